"""The e-mails about what time itself brought to units: steps and returns about to be due, or late (TRA-03, issue 4 §8).

Each is named after the moment it tells of, so that a moment has one at most. As with any automatic e-mail: number and
type of the process, never what it is about, and nothing at all of a confidential one.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from chalicelib.application.mailing.automatic import automatic_mail
from chalicelib.application.ports import Ports
from chalicelib.application.references import UserKey
from chalicelib.domain.errors import Refused
from chalicelib.domain.flow_run import FlowRun, StepRun
from chalicelib.domain.identity import Actor
from chalicelib.domain.mail import Mail
from chalicelib.domain.notice import (
    RETURN_DUE_TEXT,
    RETURN_OVERDUE_TEXT,
    STEP_DUE_TEXT,
    STEP_OVERDUE_TEXT,
    UNRECEIVED_TEXT,
    addresses,
    in_charge,
)
from chalicelib.domain.organisation import Person, UnitName
from chalicelib.domain.process import Process
from chalicelib.domain.routing import Routing

from .plan import Occasion

SYSTEM = Person("sistema", "Sistema")


def step_letter(
    ports: Ports, process: Process, run: FlowRun, step: StepRun, until: str, *, overdue: bool = False
) -> Mail | None:
    """To the unit of the step, and the one above it once it has it too; None when nobody can be told."""
    units = [unit for unit in (step.unit, step.escalated_to) if unit]
    if step.due is None:
        return None
    values = {
        "fluxo": run.flow.name,
        "etapa": run.definition(step).name,
        "unidade": " e ".join(unit.acronym for unit in units),
        "prazo": _day(step.due),
    }
    text, name = (STEP_OVERDUE_TEXT, "overdue") if overdue else (STEP_DUE_TEXT, "due")
    return _letter(ports, process, units, text, values, f"{run.id}.{step.at}.{name}.{until}")


def routing_letter(
    ports: Ports, process: Process, routing: Routing, occasion: str, until: str
) -> Mail | None:
    """To who must receive it or give it back; once late, also to who waits for it."""
    units, text = [routing.destination], UNRECEIVED_TEXT
    if occasion == Occasion.OVERDUE:
        units, text = [routing.destination, routing.origin], RETURN_OVERDUE_TEXT
    elif not routing.waits_receipt:
        text = RETURN_DUE_TEXT
    values = {
        "unidade": routing.destination.acronym,
        "unidade_origem": routing.origin.acronym,
        "enviado_em": _day(routing.sent_at.astimezone(ports.zone).date()),
        "prazo": _day(routing.return_due) if routing.return_due else "",
    }
    return _letter(ports, process, units, text, values, f"{routing.id}.{occasion}.{until}")


def _letter(
    ports: Ports,
    process: Process,
    units: Sequence[UnitName],
    text: str,
    values: Mapping[str, str],
    identifier: str,
) -> Mail | None:
    to = () if process.confidential else _addresses(ports, process, [unit.id for unit in units])
    if not to:
        return None
    known = {
        "processo_numero": process.nup,
        "processo_tipo": process.registration.type.name,
        "endereco": ports.public_address,
        **values,
    }
    system = Actor(ports.tenant, SYSTEM, units[0], process.agency)
    try:
        return automatic_mail(ports, system, process.id, text, to, known, identifier)
    except Refused:
        # The installation sends no e-mail, or the city does not want this one.
        return None


def _addresses(ports: Ports, process: Process, units: Sequence[str]) -> tuple[str, ...]:
    known = ports.catalogues.units()
    people = in_charge(process, units)
    users = (
        ports.reader.get(*(UserKey(person.id) for person in people)) if people and ports.mail_sender else ()
    )
    return addresses([known[unit] for unit in units if unit in known], [user for user in users if user])


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")
