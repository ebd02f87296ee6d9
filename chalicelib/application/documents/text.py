"""From structured content to the text a draft keeps, and the values its variables take (DOC-03, DOC-04)."""

from collections.abc import Mapping
from datetime import datetime

from chalicelib.application.ports import Ports
from chalicelib.domain.amount import shown_amount
from chalicelib.domain.content import (
    Content,
    canonical,
    crc,
    fixed_marks,
    has_signature_section,
    resolve_variables,
)
from chalicelib.domain.content_citations import without_places
from chalicelib.domain.content_form import is_complete
from chalicelib.domain.content_images import all_described
from chalicelib.domain.content_places import with_references
from chalicelib.domain.document import Document, Text
from chalicelib.domain.organisation import Unit
from chalicelib.domain.process import Process

MONTHS = (
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split()  # noqa: SIM905
)
MEDIA_TYPE = "application/json"


def store_text(ports: Ports, content: Content) -> Text:
    """Put the canonical bytes in the content store and describe them."""
    data = canonical(content)
    key, digest = ports.contents.put(data, MEDIA_TYPE)
    return Text(
        key,
        digest,
        crc(data),
        fixed_marks(content),
        has_signature_section(content),
        is_complete(content),
        all_described(content),
    )


def resolved(ports: Ports, process: Process, document: Document, content: Content, at: datetime) -> Content:
    """The content with the system's variables filled in, what its references say, and its citations as bare numbers."""
    known = resolve_variables(content, variable_values(ports, process, document, at))
    return with_references(without_places(known))


def variable_values(ports: Ports, process: Process, document: Document, at: datetime) -> Mapping[str, str]:
    """What each variable says in this document (DOC-04)."""
    units, agencies = ports.catalogues.units(), ports.catalogues.agencies()
    unit = units[document.unit.id]
    agency = agencies[unit.agency]
    tenant = ports.catalogues.tenant()
    metadata = document.metadata
    parties = metadata.interested_parties or process.registration.interested_parties
    local = at.astimezone(ports.zone)
    return {
        "orgao_nome": agency.name,
        "orgao_sigla": agency.acronym,
        "unidade_nome": unit.name,
        "unidade_sigla": unit.acronym,
        "unidade_endereco": unit.address or agency.address,
        "hierarquia_unidade": " / ".join(ancestor.name for ancestor in reversed(ancestors(units, unit))),
        "usuario_nome": document.author.name,
        "processo_numero": process.nup,
        "processo_tipo": process.registration.type.name,
        "processo_especificacao": process.registration.specification,
        "documento_numero": document.number,
        "documento_tipo": document.type.name,
        "documento_numero_tipo": document.type_number or "",
        "documento_valor": "" if metadata.amount is None else shown_amount(metadata.amount),
        "interessados": ", ".join(party.name for party in parties),
        "destinatarios": ", ".join(addressee.name for addressee in metadata.addressees),
        "data_extenso": f"{local.day}{'º' if local.day == 1 else ''} de {MONTHS[local.month - 1]} de {local.year}",
        "ano": str(local.year),
        "municipio": str(tenant.get("municipality", "")),
    }


def ancestors(units: Mapping[str, Unit], unit: Unit) -> list[Unit]:
    """The unit and those above it, nearest first."""
    chain = [unit]
    while (parent := chain[-1].parent) and parent in units and units[parent] not in chain:
        chain.append(units[parent])
    return chain
