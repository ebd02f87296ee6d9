"""Which sequence of a type is meant: the agency's, or that of one of its units (DOC-02)."""

from datetime import datetime

from chalicelib.application.documents.numbering import counter_of
from chalicelib.application.ports import Ports
from chalicelib.application.references import CounterKey
from chalicelib.domain.catalogue import DocumentType, TypeNumbering
from chalicelib.domain.errors import FieldError, InvalidRequest, NotFound, Refused
from chalicelib.domain.identity import Actor


def named_sequence(
    ports: Ports, actor: Actor, code: str, unit: str | None, at: datetime
) -> tuple[DocumentType, CounterKey]:
    """The type and its counter now. An administrator keeps the sequences of their own agency.

    Raises NotFound, Refused ``type_without_number``, InvalidRequest ``unit`` ``required`` or ``unit_unknown``.
    """
    kind = ports.catalogues.document_types().get(code)
    if kind is None:
        raise NotFound("type_not_found", "Este tipo de documento não existe.")
    if kind.numbering is TypeNumbering.NONE:
        raise Refused("type_without_number", "Os documentos deste tipo não são numerados.")
    owner = actor.agency
    if kind.numbering.by_unit:
        if not unit:
            raise InvalidRequest(FieldError("unit", "required", "Escolha a unidade."))
        found = ports.catalogues.units().get(unit)
        if found is None or found.agency != actor.agency:
            raise InvalidRequest(FieldError("unit", "unit_unknown", "Esta unidade não é do seu órgão."))
        owner = found.id
    counter = counter_of(kind, owner, at.astimezone(ports.zone).year)
    return kind, counter
