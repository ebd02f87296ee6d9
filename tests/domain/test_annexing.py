"""Annexing one process to another and taking it out (PRO-17)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from chalicelib.domain.access import AccessLevel
from chalicelib.domain.annexing import annex, unannex
from chalicelib.domain.errors import NotFound
from chalicelib.domain.filing import acted
from chalicelib.domain.process import Process, State
from chalicelib.domain.suspending import suspend
from chalicelib.domain.ties import Annex, Relation
from chalicelib.domain.tying import MAXIMUM_TIES
from tests.fakes.city import ANA, PERSONNEL, PROTOCOL

from .process_examples import (
    CABINET_HEAD,
    DUE,
    PERSONNEL_HEAD,
    PROTOCOL_CLERK,
    after,
    refused,
    sending,
    sentences,
    started,
)

NUP, OTHER_NUP = "01101.000001/2026-26", "01101.000002/2026-52"


def other(**changes: object) -> Process:
    """A second process of the protocol unit, with a document in it."""
    made = replace(started(), id="p2", nup=OTHER_NUP, live_documents=1)
    return replace(made, **changes)  # type: ignore[arg-type]


def annexed(**changes: object) -> tuple[Process, Process]:
    main, part = annex(started(), other(**changes), PROTOCOL_CLERK, after(1))
    return main.process, part.process


def test_annexed_process_becomes_part_of_the_main_one():
    main, part = annex(started(), other(), PROTOCOL_CLERK, after(1))
    assert sentences(main) == [("SEMAD/PROT", f"Processo {OTHER_NUP} anexado")]
    assert sentences(part) == [("SEMAD/PROT", f"Anexado ao processo {NUP}")]
    assert [each.process for each in main.process.annexes] == ["p2"]
    assert part.process.state is State.ANNEXED
    assert part.process.annexed_to
    assert part.process.annexed_to.process == "p1"


def test_main_process_may_be_open_elsewhere():
    main = sending(started(), PROTOCOL_CLERK, PERSONNEL, keep_open=True).process
    assert annex(main, other(), PROTOCOL_CLERK, after(2))[0].process.annexes


Broken = Callable[[], tuple[Process, Process]]
FORBIDDEN: dict[str, tuple[Broken, str]] = {
    "itself": (lambda: (started(), started()), "same_process"),
    "open elsewhere": (
        lambda: (started(), sending(other(), PROTOCOL_CLERK, PERSONNEL, keep_open=True).process),
        "process_open_elsewhere",
    ),
    "not at hand": (
        lambda: (started(), sending(other(), PROTOCOL_CLERK, PERSONNEL).process),
        "process_not_open_in_unit",
    ),
    "without documents": (lambda: (started(), other(live_documents=0)), "annex_without_documents"),
    "with annexes of its own": (lambda: (other(id="p3", nup="x"), annexed()[0]), "annex_without_documents"),
    "annexed already": (lambda: (other(id="p3", nup="x"), annexed()[1]), "other_process_annexed"),
    "locked": (lambda: (started(), other(state=State.LOCKED)), "other_process_locked"),
    "suspended": (
        lambda: (started(), suspend(other(), PROTOCOL_CLERK, "-", after(1))[0].process),
        "process_suspended",
    ),
    "confidential": (
        lambda: (started(), other(document_levels={"confidential": 1})),
        "confidential_not_annexed",
    ),
    "main confidential": (
        lambda: (started(level=AccessLevel.CONFIDENTIAL), other()),
        "confidential_not_annexed",
    ),
    "main annexed": (lambda: (annexed()[1], other(id="p3")), "process_annexed"),
    "main locked": (lambda: (replace(started(), state=State.LOCKED), other()), "process_locked"),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_what_is_not_annexed(what: str):
    build, code = FORBIDDEN[what]
    with refused(code):
        annex(*build(), PROTOCOL_CLERK, after(3))


def test_process_with_annexes_is_not_annexed():
    whole = replace(annexed()[0], live_documents=1)
    with refused("annex_has_annexes"):
        annex(other(id="p3", nup="x"), whole, PROTOCOL_CLERK, after(3))


def test_process_whose_return_is_awaited_is_not_annexed():
    owed = sending(other(), PROTOCOL_CLERK, PERSONNEL, return_due=DUE).process
    main = sending(started(), PROTOCOL_CLERK, PERSONNEL).process
    with refused("return_pending"):
        annex(main, owed, PERSONNEL_HEAD, after(2))


def test_annexes_have_an_end():
    full = tuple(
        Annex(f"x{number}", AccessLevel.PUBLIC, PROTOCOL.short, ANA, after(1))
        for number in range(MAXIMUM_TIES)
    )
    with refused("too_many_annexes"):
        annex(replace(started(), annexes=full), other(), PROTOCOL_CLERK, after(2))


def test_restricted_annex_raises_the_main_process_and_says_so():
    main, part = annex(started(), other(document_levels={"restricted": 1}), PROTOCOL_CLERK, after(1))
    assert main.process.effective_level is AccessLevel.RESTRICTED
    assert main.process.registration.level is AccessLevel.PUBLIC
    assert sentences(main)[-1] == ("SEMAD/PROT", "Alterado nível de acesso geral para restrito")
    assert len(part.acts) == 1


def test_annexed_process_keeps_its_relations():
    ties = (Relation("x", PROTOCOL.short, ANA, after(1)),)
    assert annexed(relations=ties)[1].relations == ties


def test_nothing_enters_an_annexed_process_not_even_by_protocol():
    protocol = replace(CABINET_HEAD, unit_is_protocol=True)
    for actor in (PROTOCOL_CLERK, protocol):
        with refused("process_annexed"):
            acted(annexed()[1], actor, after(2))


def test_unannexed_process_opens_where_it_was_and_takes_its_level_with_it():
    main, part = annexed(document_levels={"restricted": 1})
    left, free = unannex(main, part, PROTOCOL_CLERK, "Anexado por engano", after(9))
    assert sentences(left) == [
        ("SEMAD/PROT", f"Processo {OTHER_NUP} desanexado. Anexado por engano"),
        ("SEMAD/PROT", "Alterado nível de acesso geral para público"),
    ]
    assert sentences(free) == [("SEMAD/PROT", f"Desanexado do processo {NUP}")]
    assert left.process.annexes == ()
    assert left.process.effective_level is AccessLevel.PUBLIC
    assert free.process.state is State.NORMAL
    assert free.process.open_units == {"semad-prot"}
    assert free.process.annexed_to is None


def test_what_is_not_annexed_here_is_not_taken_out():
    main, _ = annexed()
    with refused("annex_not_found", NotFound):
        unannex(main, other(id="p9"), PROTOCOL_CLERK, "-", after(2))
    with refused("annex_not_found", NotFound):
        unannex(started(), annexed()[1], PROTOCOL_CLERK, "-", after(2))


def test_nothing_is_taken_out_of_a_locked_process():
    main, part = annexed()
    with refused("process_locked"):
        unannex(replace(main, state=State.LOCKED), part, PROTOCOL_CLERK, "-", after(2))
