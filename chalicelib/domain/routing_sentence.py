"""What an open routing means, in one Portuguese sentence (TRA-02, TRA-03; shown on the process page)."""

from datetime import date, datetime, timedelta, tzinfo

from .deadline import DueStatus, status
from .routing import Routing


def routing_sentence(routing: Routing, now: datetime, zone: tzinfo) -> str:
    """The sentence as of ``now``; dates are civil dates of ``zone``.

    - ``Aguardando recebimento por SEMAD, vence em 01/12/2026``
    - ``Recebido por SEMAD em 24/11/2026, devolução até 01/12/2026``
    - ``Devolução por SEMAD vencida desde 02/12/2026``
    - ``Devolvido por SEMAD em 30/11/2026``
    """
    unit = routing.destination.acronym
    if routing.returned_at is not None:
        return f"Devolvido por {unit} em {_day(routing.returned_at.astimezone(zone).date())}"
    today = now.astimezone(zone).date()
    due = routing.return_due if routing.waits_return else None
    if due is not None and is_overdue(routing, now, zone):
        since = f"vencida desde {_day(due + timedelta(days=1))}"
        return f"Devolução por {unit} {since}" + (", ainda não recebido" if routing.waits_receipt else "")
    if routing.received_at is None:
        return f"Aguardando recebimento por {unit}" + _deadline(", vence", due, today)
    received = f"Recebido por {unit} em {_day(routing.received_at.astimezone(zone).date())}"
    if routing.withdrawn_at is not None:
        return f"{received}, devolução dispensada"
    return received + _deadline(", devolução", due, today)


def is_overdue(routing: Routing, now: datetime, zone: tzinfo) -> bool:
    """A return is overdue when its due day has ended in the city's own time (TRA-03)."""
    due = routing.return_due
    if due is None or not routing.waits_return:
        return False
    return status(due, now.astimezone(zone).date()) is DueStatus.OVERDUE


def _deadline(prefix: str, due: date | None, today: date) -> str:
    if due is None:
        return ""
    if due == today:
        return f"{prefix} hoje"
    return f"{prefix} {'em' if prefix.endswith('vence') else 'até'} {_day(due)}"


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
