"""The report on a person, for who answers to the person (LGPD, art. 18; issue 5 §5)."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.audit.export_report import export_report
from chalicelib.application.audit.find_people import find_people
from chalicelib.application.audit.list_processes import list_processes
from chalicelib.application.audit.report_on_person import report_on_person
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.errors import NotFound
from chalicelib.domain.person_report import Section
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("person_reports")
ONE = "/audit/people/{kind}/{person}"


class PeopleQuery(Body):
    """Part of a name, a login, or a whole CPF of a user."""

    query: Annotated[str, StringConstraints(max_length=200)] = ""


class ProcessesQuery(Body):
    """The process after which they go on."""

    after: Identifier


class PartQuery(Body):
    """What the part before named; nothing for the first."""

    after: Annotated[str, StringConstraints(max_length=60)] = ""


@routes.route("GET", "/audit/people", Action.PERSON_REPORT, query=PeopleQuery, reply=replies.FoundPeople)
def people(call: Call) -> dict[str, Any]:
    """Procurar de quem se quer o relatório: usuários e contatos"""
    found = find_people(call.ports, call.actor, call.query.query)
    return {"items": [{"kind": one.kind.value, "id": one.id, "name": one.name, "note": one.note} for one in found]}


@routes.route("GET", ONE, Action.PERSON_REPORT, reply=replies.PersonReport)
def report(call: Call, kind: str, person: str) -> dict[str, Any]:
    """O que há sobre uma pessoa e quem viu"""
    made = report_on_person(call.ports, call.actor, _kind(kind), person)
    return {
        "kind": made.kind.value,
        "id": made.id,
        "name": made.name,
        "made_at": presenting.instant(made.made_at),
        "sections": [_section(one) for one in made.sections],
    }


@routes.route("GET", ONE + "/processes", Action.PERSON_REPORT, query=ProcessesQuery, reply=replies.ReportSection)
def processes(call: Call, kind: str, person: str) -> dict[str, Any]:
    """Os processos seguintes em que uma pessoa é interessada"""
    if _kind(kind) is not PersonKind.CONTACT:
        raise NotFound()
    return _section(list_processes(call.ports, call.actor, person, call.query.after))


@routes.route("GET", ONE + "/export", Action.PERSON_REPORT, query=PartQuery, reply=replies.ReportSheet)
def export(call: Call, kind: str, person: str) -> dict[str, Any]:
    """Baixar em planilha, parte a parte, o que há sobre uma pessoa"""
    made = export_report(call.ports, call.actor, _kind(kind), person, call.query.after)
    return {"content": made.content, "rows": made.rows, "complete": made.complete, "next": made.next or None}


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": section.title,
        "note": section.note,
        "headings": list(section.headings),
        "rows": [list(row) for row in section.rows],
        "complete": section.complete,
        "next": section.next or None,
    }


def _kind(kind: str) -> PersonKind:
    try:
        return PersonKind(kind)
    except ValueError as error:
        raise NotFound() from error
