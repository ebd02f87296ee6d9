"""Comments on passages: answered, resolved, reopened, taken back (DOC-03)."""

from dataclasses import replace

import pytest

from chalicelib.domain.errors import DomainError
from chalicelib.domain.passage import Passage
from chalicelib.domain.passage_comment import (
    MOST_ANSWERS,
    MOST_COMMENTS,
    PassageComment,
    Said,
    Visibility,
    check_room,
    reopen,
    resolve,
    say,
    take_back,
)
from tests.fakes.city import ANA, CARLOS, PROTOCOL, START, at_work

CLERK, CHIEF = at_work(ANA, PROTOCOL), at_work(CARLOS, PROTOCOL)
MADE = PassageComment(
    "comment",
    "process",
    "document",
    Passage("key", 0, 6, "defiro"),
    Visibility.DRAFT,
    (Said(PROTOCOL.short, ANA, START, "Com que fundamento?"),),
)


def refused(code: str, act) -> None:
    with pytest.raises(DomainError) as refusal:
        act()
    assert refusal.value.code == code


def test_answers_follow_in_their_order():
    answered = say(say(MADE, CHIEF, "Lei 1.234", START), CLERK, "Obrigada", START)
    assert [(one.by.id, one.text) for one in answered.said] == [
        ("ana.lima", "Com que fundamento?"),
        ("carlos.moura", "Lei 1.234"),
        ("ana.lima", "Obrigada"),
    ]
    assert answered.revision == 3


def test_resolved_comment_is_answered_only_after_it_is_reopened():
    done = resolve(MADE, CHIEF, START)
    assert (done.resolved_by, done.resolved_at) == (CARLOS, START)
    refused("passage_resolved", lambda: say(done, CLERK, "Mas", START))
    refused("passage_resolved", lambda: resolve(done, CLERK, START))
    again = reopen(done)
    assert (again.resolved_by, again.resolved_at) == (None, None)
    refused("passage_not_resolved", lambda: reopen(again))
    assert len(say(again, CLERK, "Mas", START).said) == 2


def test_each_takes_back_only_what_they_said_and_it_stays_known():
    answered = say(MADE, CHIEF, "Lei 1.234", START)
    refused("words_of_another", lambda: take_back(answered, CHIEF, 0, START))
    gone = take_back(answered, CHIEF, 1, START)
    assert (gone.said[1].removed_at, gone.said[1].text, gone.said[0].removed_at) == (START, "Lei 1.234", None)
    refused("passage_words_removed", lambda: take_back(gone, CHIEF, 1, START))
    refused("passage_words_not_found", lambda: take_back(gone, CHIEF, 2, START))
    refused("passage_words_not_found", lambda: take_back(gone, CHIEF, -1, START))


def test_conversation_and_text_have_their_most():
    full = replace(MADE, said=MADE.said * (MOST_ANSWERS + 1))
    refused("too_many_answers", lambda: say(full, CLERK, "Mais", START))
    assert len(say(replace(full, said=full.said[1:]), CLERK, "Mais", START).said) == MOST_ANSWERS + 1
    refused("too_many_passages", lambda: check_room(MOST_COMMENTS))
    check_room(MOST_COMMENTS - 1)
