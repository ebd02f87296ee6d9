"""One sending of a process to one unit: what it waits for, and until when (TRA-01, TRA-02, TRA-03)."""

from dataclasses import replace
from datetime import date

from chalicelib.domain.routing import Routing
from tests.fakes.city import PERSONNEL, PROTOCOL

from .process_examples import after

SENT = Routing("r1", "p1", PROTOCOL.short, PERSONNEL.short, after(0), "ana.lima")
ASKED = replace(SENT, return_due=date(2026, 12, 1))


def facts(routing: Routing) -> tuple[str, bool, bool, bool]:
    return routing.status, routing.waits_receipt, routing.waits_return, routing.open


def test_sending_without_return_waits_for_receipt_only():
    assert facts(SENT) == ("waiting_receipt", True, False, True)
    assert facts(SENT.received(after(1))) == ("received", False, False, False)


def test_sending_with_return_waits_for_both():
    assert facts(ASKED) == ("waiting_receipt", True, True, True)
    assert facts(ASKED.received(after(1))) == ("received", False, True, True)


def test_return_given_ends_the_routing():
    assert facts(ASKED.received(after(1)).returned(after(2))) == ("returned", False, False, False)


def test_return_given_unread_counts_as_received_at_that_moment():
    returned = ASKED.returned(after(2))
    assert (returned.received_at, returned.returned_at) == (after(2), after(2))


def test_first_receipt_stands():
    assert ASKED.received(after(1)).received(after(5)).received_at == after(1)


def test_return_given_up_leaves_only_the_receipt():
    assert facts(replace(ASKED, withdrawn_at=after(1))) == ("waiting_receipt", True, False, True)
    assert facts(replace(ASKED.received(after(1)), withdrawn_at=after(2))) == (
        "withdrawn",
        False,
        False,
        False,
    )
