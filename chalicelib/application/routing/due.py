"""From a date or a number of days to the civil date a return is due (TRA-03, TRA-15)."""

from datetime import date

from chalicelib.application.ports import Ports
from chalicelib.domain.deadline import Calendar, DueRule, due_from
from chalicelib.domain.identity import Actor


def due_date(ports: Ports, actor: Actor, rule: DueRule) -> date:
    """Counted from today, by the holidays of the actor's agency. Raises InvalidRequest on ``return_due``."""
    today = ports.now().astimezone(ports.zone).date()
    return due_from(rule, today, Calendar(ports.catalogues.holidays(actor.agency)))
