"""Take a person out of one process: its data, the texts of its records with their salts, and what units wrote beside
it, in one transaction (LGPD)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ContactKey, ErasureKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.erasing import erase_in, found_in
from chalicelib.domain.erasing_beside import cleaned
from chalicelib.domain.erasure import check_at_work
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .survey import request, under_head

#: Two writes for each record, beside the process's own: a transaction holds a hundred.
AT_ONCE = 25
#: What is left of the hundred beside the process, its entry, the operation and some room.
WRITES = 90


def erase_in_process(ports: Ports, actor: Actor, operation: Operation, erasure: str, process: str) -> Reply:
    """-> ``{"records": how many texts were destroyed, "more": True}``, to be asked again until ``more`` is False: then
    nothing was found to do, and ``waiting`` are the records that no signed head holds yet.

    Raises Forbidden, NotFound; Refused ``erasure_settled``.
    """
    allow(actor, Action.PERSON_ERASE)
    known, _ = request(ports, erasure)

    def attempt(work: Work) -> Reply:
        order, found, contact = work.load(ErasureKey(erasure), ProcessKey(process), ContactKey(known.contact))
        check_at_work(order)
        if found is None:
            raise NotFound()
        entries = ports.reader.whole_history(process)
        beside = cleaned(ports.reader.written_beside(found), contact)
        taken = found_in(found, entries, contact, order.ground)
        proven = under_head(ports, found) if taken.records else frozenset()
        ready = [entry for entry in entries if entry.n in taken.records and entry.n in proven]
        if not (taken.registered or taken.beside or ready or beside):
            raise _NothingToDo(sorted(set(taken.records) - proven))
        going = ready[:AT_ONCE]
        change, left = erase_in(found, going, contact, order, actor)
        work.change_process(found, change)
        work.erase_entries(left)
        some = beside[: max(0, WRITES - len(found.presences) - 2 * len(going))]
        for before, after in some:
            work.erase_beside(before, after)
        return {"records": len(left), "more": True, "waiting": []}

    try:
        return transact(lambda: ports.begin(operation), attempt)
    except _NothingToDo as nothing:
        return {"records": 0, "more": False, "waiting": nothing.waiting}


class _NothingToDo(Exception):
    """Nothing of the process is to be erased now."""

    def __init__(self, waiting: Sequence[int]) -> None:
        super().__init__("nothing to do")
        self.waiting = waiting
