"""Send a process to other units (TRA-01), with a return asked for (TRA-03) or a day to reopen here (TRA-06)."""

from datetime import date

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.organisation.named_units import named_units
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.deadline import DueRule
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.presence import check_reopening
from chalicelib.domain.sending import Order, send
from chalicelib.domain.value import dataclass

from .due import due_date


@dataclass(frozen=True, slots=True)
class SendForm:
    """The screen of TRA-01. ``units`` are ids; a note never travels (TRA-08), so there is none to remove."""

    units: tuple[str, ...]
    keep_open: bool = False
    return_due: DueRule | None = None
    reopen_on: date | None = None
    notify_by_email: bool = False


def send_process(ports: Ports, actor: Actor, operation: Operation, process_id: str, form: SendForm) -> Reply:
    """Send to each unit; -> ``{"routings": [id], "version"}``, in the order of the units.

    Raises NotFound, Forbidden, InvalidRequest (``units.N`` ``unit_unknown``, ``return_due``, ``reopen_on``),
    Refused ``email_unavailable`` or as ``sending.send``.
    """
    now = ports.now()
    if form.notify_by_email:
        message = "O aviso por e-mail não está disponível. Desmarque a opção e envie de novo."
        raise Refused("email_unavailable", message)
    check_reopening(form.reopen_on, now.astimezone(ports.zone).date())
    due = due_date(ports, actor, form.return_due) if form.return_due else None
    destinations = tuple(named_units(ports, form.units))
    identifiers = tuple(ports.identifier() for _ in destinations)
    order = Order(form.keep_open, due, form.reopen_on)

    def attempt(work: Work) -> Reply:
        (found,) = work.load(ProcessKey(process_id))
        process = allow_on_process(actor, Action.PROCESS_SEND, found)
        change = send(process, actor, destinations, identifiers, order, now)
        return {"routings": list(identifiers), "version": work.change_process(process, change).n}

    return transact(lambda: ports.begin(operation), attempt)
