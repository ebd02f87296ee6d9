"""The last step of an erasure: the address book, once nothing erasable of the person is in any process (LGPD)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ContactKey, EmailGroupsKey, ErasureKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.contact import Contact
from chalicelib.domain.email_group import EmailGroupShelf
from chalicelib.domain.erasing import erased_contact
from chalicelib.domain.erasing_beside import without_address
from chalicelib.domain.erasure import Erasure, check_at_work, done
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .survey import processes_with, request, surveyed
from .waiting import check_secret

LEFT = (
    "Ainda há dados da pessoa a eliminar em processos. Confirme o pedido de novo depois do próximo marco do registro"
    " público, que sai de hora em hora."
)
#: E-mail groups of so many units change in one transaction.
SHELVES = 80


def erase_contact(ports: Ports, actor: Actor, operation: Operation, erasure: str) -> Reply:
    """-> ``{"more"}``: whether units' e-mail groups are left. Without the contact nobody would know what to look for:
    it goes last.

    Raises Forbidden, NotFound; Refused ``erasure_settled``, ``erasure_incomplete``; Unavailable as ``check_secret``.
    """
    allow(actor, Action.PERSON_ERASE)
    known, _ = request(ports, erasure)
    at = ports.now()

    def attempt(work: Work) -> Reply:
        order, contact = work.load(ErasureKey(erasure), ContactKey(known.contact))
        check_at_work(order)
        _check_nothing_left(ports, order, contact)
        shelves = _with_address(ports, contact)
        for before, after in shelves[:SHELVES]:
            work.put_kept(before, after)
        if len(shelves) > SHELVES:
            return {"more": True}
        work.erase_contact(contact, erased_contact(contact, at))
        work.put_erasure(order, done(order, at))
        return {"more": False}

    return transact(lambda: ports.begin(operation), attempt)


def _check_nothing_left(ports: Ports, order: Erasure, contact: Contact) -> None:
    for process in processes_with(ports, contact.id):
        found = surveyed(ports, process, contact, order.ground, ports.reader.written_beside(process))
        if process.confidential:
            ready = [n for n in found.found.records if n not in found.waiting]
            left = bool(ready or found.found.registered or found.found.beside)
            check_secret(ports, order, process.id, found.waiting, left)
        elif not found.found.empty:
            raise Refused("erasure_incomplete", LEFT)


def _with_address(ports: Ports, contact: Contact) -> Sequence[tuple[EmailGroupShelf, EmailGroupShelf]]:
    if not contact.email:
        return ()
    found = filter(None, ports.reader.get(*map(EmailGroupsKey, ports.catalogues.units())))
    left = ((shelf, without_address(shelf, contact.email or "")) for shelf in found)
    return [(before, after) for before, after in left if after != before]
