"""The last step of an erasure: the address book, once nothing erasable of the person is in any process (LGPD)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ContactKey, ErasureKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.erasing import erased_contact
from chalicelib.domain.erasure import check_at_work, done
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .survey import request, survey

LEFT = (
    "Ainda há dados da pessoa a eliminar em processos. Confirme o pedido de novo depois do próximo marco do registro"
    " público, que sai de hora em hora."
)


def erase_contact(ports: Ports, actor: Actor, operation: Operation, erasure: str) -> Reply:
    """-> nothing. Without the contact nobody would know what to look for: it goes last.

    Raises Forbidden, NotFound; Refused ``erasure_settled``, ``erasure_incomplete``, ``too_many_processes``.
    """
    allow(actor, Action.PERSON_ERASE)
    known, _ = request(ports, erasure)
    at = ports.now()

    def attempt(work: Work) -> Reply:
        order, contact = work.load(ErasureKey(erasure), ContactKey(known.contact))
        check_at_work(order)
        if not all(one.found.empty for one in survey(ports, contact, order.ground)):
            raise Refused("erasure_incomplete", LEFT)
        work.erase_contact(contact, erased_contact(contact, at))
        work.put_erasure(order, done(order, at))
        return {}

    return transact(lambda: ports.begin(operation), attempt)
