"""Ask who read what (AUD-02). The question itself is recorded, as every reading of data about people is."""

from dataclasses import replace

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.audit import AccessFilter
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .notebook import note_reading
from .ports import AccessPage

PAGE = 50
UNKNOWN = "none"
#: Without a person, unit or process, the days are read one after another.
MOST_DAYS = 31


def search_accesses(ports: Ports, actor: Actor, wanted: AccessFilter, cursor: str | None) -> AccessPage:
    """A page of readings, the newest first. Raises Forbidden, InvalidRequest."""
    allow(actor, Action.AUDIT_READ)
    check_period(wanted)
    note_reading(actor, Action.AUDIT_READ)
    return ports.trail.page(by_process(ports, wanted), cursor, PAGE)


def by_process(ports: Ports, wanted: AccessFilter) -> AccessFilter:
    """The process by its id, when it was asked for by its number; a number of none finds nothing."""
    if "/" not in wanted.process:
        return wanted
    digits = "".join(filter(str.isdigit, wanted.process))
    found = ports.reader.process_of_number(digits) if digits else None
    return replace(wanted, process=found or UNKNOWN)


def check_period(wanted: AccessFilter) -> None:
    """Raises InvalidRequest."""
    if wanted.since > wanted.until:
        raise InvalidRequest(FieldError("until", "before_since", "O fim do período vem antes do começo."))
    narrowed = wanted.user or wanted.unit or wanted.process
    if not narrowed and (wanted.until - wanted.since).days >= MOST_DAYS:
        message = f"Escolha até {MOST_DAYS} dias, ou informe usuário, unidade ou processo."
        raise InvalidRequest(FieldError("since", "period_too_long", message))
