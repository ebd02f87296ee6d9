"""Change the number and the date of filing that were informed by hand (PRO-06)."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import NumberKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.check_digit import digits
from chalicelib.domain.identity import Actor
from chalicelib.domain.informed_number import taken_by_another
from chalicelib.domain.policy import Action
from chalicelib.domain.renumbering import may_renumber, renumber

from .informing import FormerRecord, informing_rule, read_record


def change_number(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, record: FormerRecord
) -> Reply:
    """-> ``{"version", "nup"}``. A number that the process had before may come back to it.

    Raises NotFound, Forbidden, Refused as ``renumber``, InvalidRequest as ``read_record`` or ``number_taken``.
    """
    rule, now = informing_rule(ports.catalogues.tenant()), ports.now()

    def attempt(work: Work) -> Reply:
        (found,) = work.load(ProcessKey(process_id))
        process = allow_on_process(actor, Action.PROCESS_RENUMBER, found)
        may_renumber(process, actor, rule, now)
        number, filed_on = read_record(ports, process.agency, record, now)
        (holder,) = work.load(NumberKey(digits(number)))
        if holder not in (None, process.id):
            raise taken_by_another()
        change = renumber(process, actor, rule, number, filed_on, now)
        return {"version": work.change_process(process, change).n, "nup": number}

    return transact(lambda: ports.begin(operation), attempt)
