"""Documents at each point of their life, made by the acts themselves where there is one."""

from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.domain.access import AccessLevel
from chalicelib.domain.document import Document, DocumentState, File, Kind, Metadata, Text, sign
from chalicelib.domain.organisation import Person
from chalicelib.domain.process import Named
from chalicelib.domain.signature import Signature
from tests.fakes.city import ANA, PROTOCOL, START

LAW = Named("pessoal", "Informação pessoal (Lei 12.527/2011, art. 31)")
RESTRICTED = Metadata(level=AccessLevel.RESTRICTED, legal_basis=LAW)


def text(name: str = "a", signable: bool = True) -> Text:
    """A text whose digest is ``name`` over and over."""
    return Text(f"contents/{name}", name * 64, "8CC0D39D", ("fixed",), signable)


def draft(**changes: object) -> Document:
    """A letter of Ana's, as its template made it."""
    document = Document(
        id="00001-d1",
        process="p1",
        number="0000123",
        order=1,
        kind=Kind.AUTHORED,
        type=Named("oficio", "Ofício"),
        state=DocumentState.DRAFT,
        unit=PROTOCOL.short,
        author=ANA,
        created_at=START,
        metadata=Metadata(),
        type_number="12/2026",
        version=1,
        revision=1,
        text=text(),
        edited_by=ANA,
        edited_at=START,
        version_opened_at=START,
    )
    return replace(document, **changes)  # type: ignore[arg-type]


def signature(by: Person = ANA, digest: str = "a" * 64, hours: float = 1) -> Signature:
    """Made with the password over the text of ``draft``."""
    at = START + timedelta(hours=hours)
    return Signature(by, "Agente de Protocolo", PROTOCOL.short, at, "password", digest)


def signed(**changes: object) -> Document:
    """The letter signed by Ana, not yet read elsewhere."""
    return replace(sign(draft(), signature())[0], **changes)  # type: ignore[arg-type]


def uploaded(**changes: object) -> Document:
    """A file received from outside."""
    file = File("Requerimento.pdf", "application/pdf", 1024, "f" * 64, "contents/f", 2)
    filed = draft(kind=Kind.UPLOADED, state=DocumentState.FILED, type_number=None, text=None, file=file)
    return replace(filed, **changes)  # type: ignore[arg-type]


def at(minutes: float) -> datetime:
    """Minutes after the letter was begun."""
    return START + timedelta(minutes=minutes)
