"""The tables that screens choose from (PRO-04, DOC-02, PRO-09, ARQ-01)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Catalogues, Ports
from chalicelib.domain.catalogue import ProcessType, is_offered
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.upload import accepted_sizes

Row = Mapping[str, Any]
Table = Callable[[Catalogues, Actor], Iterable[Row]]


def read_catalogue(ports: Ports, actor: Actor, name: str) -> list[Row]:
    """The rows the actor may choose, in the catalogue's own order. Raises Forbidden, NotFound."""
    allow(actor, Action.CATALOGUE_READ)
    table = TABLES.get(name)
    if table is None:
        raise NotFound()
    return list(table(ports.catalogues, actor))


def _process_types(catalogues: Catalogues, actor: Actor) -> Iterable[Row]:
    for kind in catalogues.process_types().values():
        if kind.serves(actor.unit.id, actor.agency):
            yield _process_type(kind)


def _process_type(kind: ProcessType) -> Row:
    return {
        "code": kind.code,
        "name": kind.name,
        "description": kind.description,
        "suggested_subjects": list(kind.suggested_subjects),
        "allowed_levels": list(kind.allowed_levels),
        "suggested_level": kind.suggested_level,
        "suggested_legal_basis": kind.suggested_legal_basis,
    }


def _document_types(catalogues: Catalogues, actor: Actor) -> Iterable[Row]:
    for kind in catalogues.document_types().values():
        if kind.serves(actor.unit.id, actor.agency):
            row = asdict(kind)
            for inner in ("active", "units", "agencies"):
                del row[inner]
            yield row


def _subjects(catalogues: Catalogues, actor: Actor) -> Iterable[Row]:
    for subject in catalogues.subjects().values():
        if subject.active and not subject.structural:
            yield {"code": subject.code, "name": subject.name}


def _agencies(catalogues: Catalogues, actor: Actor) -> Iterable[Row]:
    for agency in filter(lambda one: one.active, catalogues.agencies().values()):
        yield {"id": agency.id, "acronym": agency.acronym, "name": agency.name}


def _active(values: Mapping[str, Any]) -> Iterable[Row]:
    for value in values.values():
        if value.active:
            row = asdict(value)
            del row["active"]
            yield row


def _named(name: str) -> Table:
    def rows(catalogues: Catalogues, actor: Actor) -> Iterable[Row]:
        return ({"code": row["code"], "name": row["name"]} for row in catalogues.plain(name) if is_offered(row))

    return rows


def _file_types(catalogues: Catalogues, actor: Actor) -> Iterable[Row]:
    for extension, size in accepted_sizes(catalogues.plain("file-types")).items():
        yield {"extension": extension, "size": size}


TABLES: Mapping[str, Table] = {
    "process-types": _process_types,
    "document-types": _document_types,
    "subjects": _subjects,
    "legal-bases": lambda catalogues, actor: _active(catalogues.legal_bases()),
    "conformity-checks": _named("conformity-checks"),
    "priorities": _named("priorities"),
    "role-titles": lambda catalogues, actor: filter(is_offered, catalogues.plain("role-titles")),
    "agencies": _agencies,
    "file-types": _file_types,
    "holidays": lambda catalogues, actor: filter(is_offered, catalogues.plain("holidays")),
}
