"""The job that erases: a process each, then those that are not told one by one, and the address book last."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count

from chalicelib.application.jobs.kinds import Kind
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.erasure import check_heads
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Job, Outcome

from .erase_contact import erase_contact
from .erase_process import erase_in_process
from .survey import SHOWN, processes_with, request
from .waiting import check_secret, ledger_ends

KIND = "erasure"
#: As an item names its process: one that is told by itself, all others, or the address book.
OTHERS, BOOK = "*", ""
NOT_SIGNED = "O andamento ainda não está em um marco do registro público."


def erasure_kind() -> Kind:
    """The kind of job; what an item refuses stays beside it, and the request may be confirmed again.

    Whatever was done is not found again: an item that died half-way goes on where it was.
    """
    return Kind(_on_item)


def _on_item(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
) -> Outcome:
    erasure, process = job.options["erasure"], reference["process"]
    if process in (BOOK, OTHERS):
        order, _ = request(ports, erasure)
        check_heads(order, ledger_ends(ports))
    if process == BOOK:
        _again(operation, "book", lambda one: erase_contact(ports, actor, one, erasure))
        return Outcome(message="Eliminado.")
    if process == OTHERS:
        return _others(ports, actor, operation, erasure)
    turns, records, waiting = _in_process(ports, actor, operation, erasure, process)
    if waiting:
        raise Refused("record_not_signed", NOT_SIGNED)
    return Outcome(message=_said(records, bool(turns)))


def _said(records: int, changed: bool) -> str:
    if not records:
        return "Eliminado." if changed else "Nada a eliminar."
    return "1 andamento eliminado." if records == 1 else f"{records} andamentos eliminados."


def _others(ports: Ports, actor: Actor, operation: Operation, erasure: str) -> Outcome:
    """What became of them is never counted: among them are those of which nobody may know."""
    order, contact = request(ports, erasure)
    told, late = 0, False
    for process in processes_with(ports, contact.id):
        told += not process.confidential
        if not process.confidential and told <= SHOWN:
            continue
        *_, waiting = _in_process(ports, actor, operation, erasure, process.id)
        if process.confidential:
            check_secret(ports, order, process.id, waiting)
        else:
            late = late or bool(waiting)
    if late:
        raise Refused("record_not_signed", NOT_SIGNED)
    return Outcome(message="Conferidos.")


def _in_process(
    ports: Ports, actor: Actor, operation: Operation, erasure: str, process: str
) -> tuple[int, int, tuple[int, ...]]:
    """-> (how many transactions there were, how many records lost their texts, the records that wait)."""
    replies = _again(operation, process, lambda one: erase_in_process(ports, actor, one, erasure, process))
    return len(replies) - 1, sum(int(one["records"]) for one in replies), tuple(replies[-1]["waiting"])


def _again(operation: Operation, part: str, act: Callable[[Operation], Reply]) -> list[Reply]:
    """Transaction after transaction until nothing is left to do; each has an operation of its own."""
    replies: list[Reply] = []
    for turn in count():
        replies.append(act(replace(operation, key=f"{operation.key}-{part}-{turn}")))
        if not replies[-1]["more"]:
            return replies
    raise AssertionError
