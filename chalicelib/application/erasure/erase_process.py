"""Take a person out of one process: its data, the texts of its records and their salts, in one transaction (LGPD)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ContactKey, ErasureKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.erasing import erase_in, found_in
from chalicelib.domain.erasure import check_at_work
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .survey import request, under_head


def erase_in_process(
    ports: Ports, actor: Actor, operation: Operation, erasure: str, process: str, records: tuple[int, ...]
) -> Reply:
    """-> ``{"records": how many texts were destroyed}``.

    Raises Forbidden, NotFound; Refused ``erasure_settled``, ``record_not_signed`` while no signed head holds a record.
    """
    allow(actor, Action.PERSON_ERASE)
    known, _ = request(ports, erasure)

    def attempt(work: Work) -> Reply:
        order, found, contact = work.load(ErasureKey(erasure), ProcessKey(process), ContactKey(known.contact))
        check_at_work(order)
        if found is None:
            raise NotFound()
        wanted = [entry for entry in ports.reader.whole_history(process) if entry.n in records]
        taken = found_in(found, wanted, contact, order.ground)
        if taken.empty:
            return {"records": 0}
        if not set(taken.records) <= under_head(ports, found):
            message = "O andamento ainda não está em um marco do registro público."
            raise Refused("record_not_signed", message)
        going = [entry for entry in wanted if entry.n in taken.records]
        change, left = erase_in(found, going, contact, order, actor)
        work.change_process(found, change)
        work.erase_entries(left)
        return {"records": len(left)}

    return transact(lambda: ports.begin(operation), attempt)
