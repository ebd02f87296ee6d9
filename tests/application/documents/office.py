"""An office that writes: document types with their templates, and letters at each point of their life."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.application.documents.create import DraftForm, create_draft
from chalicelib.application.documents.file import FilingForm, file_document
from chalicelib.application.documents.metadata import MetadataForm
from chalicelib.application.documents.read import ReadDocument, read_document
from chalicelib.application.documents.save import SaveForm, save_draft
from chalicelib.application.documents.sign import sign_document
from chalicelib.application.documents.signing_by_password import SignForm
from chalicelib.application.references import DocumentKey, PasswordKey, UploadKey
from chalicelib.application.uploads.inspect import inspect_upload
from chalicelib.application.uploads.start import UploadForm, start_upload
from chalicelib.domain.catalogue import Applies, DocumentType, TypeNumbering
from chalicelib.domain.document import Document
from chalicelib.domain.file_inspection import Verdict
from chalicelib.domain.identity import Actor
from chalicelib.domain.upload import Upload
from tests.application.under_way import CLERK, HEAD
from tests.domain.content_examples import document as content_of
from tests.domain.content_examples import paragraph, section, variable
from tests.fakes.city import ANA, CARLOS, MARINA, PROTOCOL, START, Tables
from tests.fakes.outside import Outside
from tests.fakes.people import SECRET, People

LETTER = content_of(
    section("header", paragraph(variable("unidade_nome"), style="center"), locked=True, dynamic=True),
    section("title", paragraph("Ofício nº ", variable("documento_numero_tipo"), style="title"), locked=True),
    section("body", paragraph("Em ", variable("data_extenso"), ", comunico")),
    section("signature", paragraph(variable("usuario_nome"), style="center"), locked=True),
)
NOTE = content_of(section("body", paragraph("Anotação")))
FORM = MetadataForm()
RESTRICTED = MetadataForm(access_level="restricted", legal_basis="pessoal")
FILED = MetadataForm(dated=START.date(), format="born_digital", number="77")

TYPES = (
    DocumentType("oficio", "Ofício", numbering=TypeNumbering.UNIT_ANNUAL, has_template=True,
                 allows_addressees=True),
    DocumentType("despacho", "Despacho"),
    DocumentType("nota", "Nota", has_template=True, allows_interested_parties=False),
    DocumentType("portaria", "Portaria", numbering=TypeNumbering.AGENCY_ANNUAL),
    DocumentType("memorando", "Memorando", numbering=TypeNumbering.UNIT_SEQUENTIAL),
    DocumentType("requerimento", "Requerimento", applies_to=Applies.UPLOADED),
    DocumentType("parecer", "Parecer", applies_to=Applies.AUTHORED),
    DocumentType("empenho", "Empenho", has_amount=True, units=frozenset({PROTOCOL.id}), agencies=frozenset({"pmu"})),
)  # fmt: skip


@dataclass(frozen=True)
class OfficeTables(Tables):
    """The city's tables with the types above."""

    def document_types(self) -> Mapping[str, DocumentType]:
        return {kind.code: kind for kind in TYPES}

    def template(self, document_type: str) -> Mapping[str, Any] | None:
        return {"oficio": LETTER, "nota": NOTE}.get(document_type)

    def tenant(self) -> Mapping[str, Any]:
        return {**super().tenant(), "municipality": "Ubatuba"}


def office() -> Outside:
    """An empty city whose people have passwords."""
    outside = Outside(tables=OfficeTables(), identity=People())
    for person in (ANA, CARLOS, MARINA):
        outside.memory.things[PasswordKey(person.id)] = f"hash of {SECRET}"
    return outside


def draft_form(
    kind: str = "oficio", first: str = "template", reference: str | None = None, **metadata: Any
) -> DraftForm:
    """The screen of DOC-01, filled in."""
    return DraftForm(kind, replace(FORM, **metadata), first, reference)


def drafted(outside: Outside, process: str, who: Actor = CLERK, form: DraftForm | None = None) -> Document:
    """A draft as its template made it."""
    operation = outside.operation(who.user.id)
    made = create_draft(outside.ports, who, operation, process, form or draft_form())
    return document(outside, process, str(made["id"]))


def document(outside: Outside, process: str, identifier: str) -> Document:
    """A document that must be there, as stored."""
    found = outside.memory.things[DocumentKey(process, identifier)]
    assert isinstance(found, Document)
    return found


def again(outside: Outside, of: Document) -> Document:
    """The document as it is now."""
    return document(outside, of.process, of.id)


def read(outside: Outside, of: Document, who: Actor = CLERK) -> ReadDocument:
    """As its reader gets it."""
    return read_document(outside.ports, who, of.process, of.id)


def written(outside: Outside, of: Document, text: str, who: Actor = CLERK) -> dict[str, Any]:
    """What the editor would send: the present text with ``text`` as its body."""
    content = copy.deepcopy(dict(read(outside, of, who).content or {}))
    for each in content["content"]:
        if each["attrs"]["role"] == "body":
            each["content"] = [paragraph(text)]
    return content


def saved(
    outside: Outside, of: Document, text: str = "Defiro.", who: Actor = CLERK, explicit: bool = False
) -> Document:
    """The document after somebody saves ``text`` in its body."""
    form = SaveForm(written(outside, of, text, who), again(outside, of).revision, explicit)
    save_draft(outside.ports, who, outside.operation(who.user.id), of.process, of.id, form)
    return again(outside, of)


def sign_form(outside: Outside, of: Document, password: str = SECRET) -> SignForm:
    """The signing dialog over the present text."""
    text = again(outside, of).text
    assert text is not None
    return SignForm(password, "Agente de Protocolo", text.digest)


def signed(outside: Outside, of: Document, who: Actor = CLERK) -> Document:
    """The document after somebody signs it."""
    form = sign_form(outside, of)
    sign_document(outside.ports, who, outside.operation(who.user.id), of.process, of.id, form)
    return again(outside, of)


def seen(outside: Outside, of: Document, who: Actor = HEAD) -> Document:
    """The document after somebody of another unit reads it."""
    read(outside, of, who)
    return again(outside, of)


def declared(outside: Outside, process: str, who: Actor = CLERK) -> str:
    """A file announced and not yet inspected; -> the upload."""
    form = UploadForm("Requerimento.pdf", "application/pdf", 1024, "F" * 64, limit=2000)
    made = start_upload(outside.ports, who, outside.operation(who.user.id), process, form)
    return str(made["id"])


def inspected(outside: Outside, process: str, upload: str, reason: str | None = None) -> Upload:
    """The upload after inspection, accepted unless there is a reason."""
    verdict = Verdict(reason, "application/pdf", 2)
    inspect_upload(outside.ports, lambda _: verdict, process, upload)
    found = outside.memory.things[UploadKey(process, upload)]
    assert isinstance(found, Upload)
    return found


def filed(outside: Outside, process: str, who: Actor = CLERK, **metadata: Any) -> Document:
    """A file received, inspected and included."""
    upload = declared(outside, process, who)
    inspected(outside, process, upload)
    form = FilingForm(upload, "requerimento", replace(FILED, **metadata))
    made = file_document(outside.ports, who, outside.operation(who.user.id), process, form)
    return document(outside, process, str(made["id"]))
