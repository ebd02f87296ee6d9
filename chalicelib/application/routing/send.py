"""Send a process to other units (TRA-01), with a return asked for (TRA-03) or a day to reopen here (TRA-06)."""

from dataclasses import asdict
from datetime import date

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.mailing.automatic import check_mail_available
from chalicelib.application.organisation.named_units import named_units
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.deadline import DueRule, InDays
from chalicelib.domain.identity import Actor
from chalicelib.domain.notice import audience
from chalicelib.domain.policy import Action
from chalicelib.domain.sending import Order, send
from chalicelib.domain.value import dataclass

from .due import due_date, reopening_day
from .notice import sending_notice


@dataclass(frozen=True, slots=True)
class SendForm:
    """The screen of TRA-01. ``units`` are ids; a note never travels (TRA-08), so there is none to remove."""

    units: tuple[str, ...]
    keep_open: bool = False
    return_due: DueRule | None = None
    reopen_on: date | None = None
    notify_by_email: bool = False
    reopen_in: InDays | None = None


def send_process(ports: Ports, actor: Actor, operation: Operation, process_id: str, form: SendForm) -> Reply:
    """Send to each unit; -> ``{"routings": [id], "version", "not_notified": [unit]}``, in the order of the units.

    With ``notify_by_email`` the e-mail is written in the same transaction and carried afterwards. Raises NotFound,
    Forbidden, InvalidRequest (``units.N`` ``unit_unknown``, ``return_due``, ``reopen_on``, ``notify_by_email``),
    Refused ``email_unavailable`` or as ``sending.send``.
    """
    now = ports.now()
    if form.notify_by_email:
        check_mail_available(ports)
    day = reopening_day(ports, actor, form.reopen_on, form.reopen_in)
    due = due_date(ports, actor, form.return_due) if form.return_due else None
    destinations = tuple(named_units(ports, form.units))
    told = audience(destinations) if form.notify_by_email and destinations else None
    identifiers = tuple(ports.identifier() for _ in destinations)
    order = Order(form.keep_open, due, day)

    def attempt(work: Work) -> Reply:
        (found,) = work.load(ProcessKey(process_id))
        process = allow_on_process(actor, Action.PROCESS_SEND, found)
        change = send(process, actor, destinations, identifiers, order, now)
        if told:
            work.put_mail(None, sending_notice(ports, actor, process, told, identifiers[0]))
        return {
            "routings": list(identifiers),
            "version": work.change_process(process, change).n,
            "not_notified": [asdict(unit.short) for unit in told.silent] if told else [],
        }

    return transact(lambda: ports.begin(operation), attempt)
