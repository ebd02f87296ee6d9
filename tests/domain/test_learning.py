"""First steps and exercises are ticked by what was really done (issue 5 §7, issue 6 §5)."""

import pytest

from chalicelib.domain.account import AccountChange
from chalicelib.domain.catalogue_tables import TABLES
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.desk import DeskAct
from chalicelib.domain.errors import Refused
from chalicelib.domain.history import FACTS
from chalicelib.domain.learning import (
    DEEDS,
    Learner,
    LearnerRole,
    Lesson,
    LessonKind,
    LessonStep,
    progress,
    role_of,
    tick,
)

FILES = LessonStep("1", "Inclua vinte arquivos", acts=("document_filed",), times=20)
EITHER = LessonStep("2", "Inclua um documento", acts=("document_generated", "document_filed"))
READ = LessonStep("3", "Leia o capítulo")
LESSON = Lesson("treino", LessonKind.EXERCISE, LearnerRole.CLERK, "Treino", "Faça.", (FILES, EITHER, READ))
LESSONS = {"treino": LESSON}


def test_a_step_is_done_when_the_acts_were_done_as_often_as_it_asks():
    few = progress(LESSON, {"document_filed": 19}, ())
    assert [(one.count, one.done) for one in few.steps] == [(19, False), (1, True), (0, False)]
    assert progress(LESSON, {"document_filed": 20}, ()).steps[0].done
    assert not progress(LESSON, {"document_signed": 20}, ()).done


def test_a_lesson_is_finished_when_every_step_is():
    assert not progress(LESSON, {"document_filed": 20}, ()).finished
    assert progress(LESSON, {"document_filed": 20}, ("treino/3",)).finished


def test_a_person_ticks_by_hand_only_what_no_fact_tells():
    ticked = tick(Learner("ana.lima"), LESSONS, "treino/3", True)
    assert ticked.ticked == ("treino/3",)
    assert tick(ticked, LESSONS, "treino/3", True) == ticked
    assert tick(ticked, LESSONS, "treino/3", False).ticked == ()
    with pytest.raises(Refused) as refused:
        tick(Learner("ana.lima"), LESSONS, "treino/1", True)
    assert refused.value.code == "step_known_by_deeds"
    with pytest.raises(Refused) as refused:
        tick(Learner("ana.lima"), LESSONS, "treino/9", True)
    assert refused.value.code == "lesson_step_gone"


def test_a_tick_by_hand_never_does_a_step_that_facts_tell():
    assert not progress(LESSON, {}, ("treino/1", "treino/2")).done


def test_the_role_is_the_one_chosen_or_what_the_profiles_suggest():
    assert role_of(frozenset({"basic", "administrator"}), None) is LearnerRole.ADMINISTRATOR
    assert role_of(frozenset({"basic", "key_user"}), None) is LearnerRole.KEY_USER
    assert role_of(frozenset({"protocol"}), None) is LearnerRole.PROTOCOL
    assert role_of(frozenset({"basic"}), None) is LearnerRole.CLERK
    chosen = Learner("ana.lima", LearnerRole.MANAGER)
    assert role_of(frozenset({"administrator"}), chosen) is LearnerRole.MANAGER


def test_every_deed_is_one_that_something_tells():
    tables = {*TABLES, "users"}
    register = {f"{table}.{kind.value}" for table in tables for kind in ChangeKind}
    told = {*FACTS, *DeskAct, *AccountChange, *register, "users.imported", "return_requested"}
    assert {deed for deed in DEEDS if deed not in told} == set()
