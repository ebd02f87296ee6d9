"""Write, read, save and remove documents (DOC-01 to DOC-05, DOC-08, DOC-17)."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from chalicelib.application.documents.cancel import cancel_document
from chalicelib.application.documents.create import DraftForm, create_draft
from chalicelib.application.documents.delete import delete_document
from chalicelib.application.documents.edit_metadata import edit_metadata
from chalicelib.application.documents.file import FilingForm, file_document
from chalicelib.application.documents.metadata import MetadataForm
from chalicelib.application.documents.read import read_document
from chalicelib.application.documents.save import SaveForm, save_draft
from chalicelib.domain.amount import read_amount
from chalicelib.domain.digitization import Digitization, Genre
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.policy import Action

from . import document_view, replies
from .routes import Answer, Call, Routes
from .validation import Body, Code, Identifier, read_if_match

routes = Routes("documents")

Contacts = Annotated[tuple[Identifier, ...], Field(max_length=100)]
Line = Annotated[str, StringConstraints(max_length=250)]


Known = Annotated[str, StringConstraints(max_length=250)]


class DigitizationBody(Body):
    """What Decreto 10.278/2020 asks of a digitized document (DOC-08)."""

    author: Known = ""
    on: datetime.date
    place: Known = ""
    responsible: Known = ""
    genre: Genre = Genre.TEXTUAL
    for_archiving: bool = False

    def form(self) -> Digitization:
        """As the use cases take it."""
        return Digitization(
            self.author, self.on, self.place, self.responsible, self.genre, self.for_archiving
        )


class MetadataBody(Body):
    """What is filled in about a document, of either kind (DOC-01, DOC-08)."""

    description: Line = ""
    name_in_tree: Annotated[str, StringConstraints(max_length=50)] = ""
    interested_parties: Contacts = ()
    addressees: Contacts = ()
    subjects: Annotated[tuple[Code, ...], Field(max_length=20)] = ()
    remark: Annotated[str, StringConstraints(max_length=1000)] = ""
    access_level: Literal["public", "restricted", "confidential"] = "public"
    legal_basis: Code | None = None
    date: datetime.date | None = None
    number: Annotated[str, StringConstraints(max_length=50)] = ""
    format: Literal["born_digital", "digitized"] | None = None
    conformity_check: Code | None = None
    sender: Identifier | None = None
    digitization: DigitizationBody | None = None
    amount: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,12}\.[0-9]{2}$")] | None = None

    def form(self) -> MetadataForm:
        """As the use cases take it."""
        return MetadataForm(
            description=self.description,
            name_in_tree=self.name_in_tree,
            interested_parties=self.interested_parties,
            addressees=self.addressees,
            subjects=self.subjects,
            remark=self.remark,
            access_level=self.access_level,
            legal_basis=self.legal_basis,
            dated=self.date,
            number=self.number,
            format=self.format,
            conformity_check=self.conformity_check,
            sender=self.sender,
            digitization=self.digitization.form() if self.digitization else None,
            amount=read_amount(self.amount) if self.amount else None,
        )


class InitialText(Body):
    """Where the first text comes from; ``document`` needs a ``reference``, ``standard_text`` a ``text``."""

    from_: Annotated[Literal["template", "none", "document", "standard_text"], Field(alias="from")] = (
        "template"
    )
    reference: Annotated[str, StringConstraints(pattern=r"^\d{1,12}$")] | None = None
    text: Identifier | None = None


class DocumentBody(MetadataBody):
    """A new document: ``authored`` takes ``initial_text``, ``uploaded`` an inspected ``upload``."""

    kind: Literal["authored", "uploaded"]
    type: Code
    initial_text: InitialText = InitialText.model_construct(from_="template", reference=None, text=None)
    upload: Identifier | None = None


class ContentBody(Body):
    """The editor's text; ``explicit`` keeps a version of its own (DOC-05)."""

    content: dict[str, Any]
    explicit: bool = False


class CancellationBody(Body):
    """Why it is cancelled (DOC-17)."""

    reason: Annotated[str, StringConstraints(min_length=3, max_length=500)]


@routes.route(
    "POST",
    "/processes/{process}/documents",
    Action.DOCUMENT_CREATE,
    body=DocumentBody,
    reply=replies.Created,
    status=201,
)
def include(call: Call, process: str) -> Any:
    """Incluir documento"""
    body: DocumentBody = call.body
    if body.kind == "uploaded":
        if body.upload is None:
            raise InvalidRequest(
                FieldError("upload", "required", "Envie o arquivo antes de incluir o documento.")
            )
        filing = FilingForm(body.upload, body.type, body.form())
        return file_document(call.ports, call.actor, call.operation, process, filing)
    first = body.initial_text
    draft = DraftForm(body.type, body.form(), first.from_, first.text or first.reference)
    return create_draft(call.ports, call.actor, call.operation, process, draft)


@routes.route(
    "GET", "/processes/{process}/documents/{document}", Action.DOCUMENT_SEE_NODE, reply=replies.Document
)
def read(call: Call, process: str, document: str) -> Answer:
    """Ler documento"""
    found = read_document(call.ports, call.actor, process, document)
    return Answer(document_view.whole(found), {"ETag": f'"{found.document.revision}"'})


@routes.route(
    "PUT",
    "/processes/{process}/documents/{document}/content",
    Action.DOCUMENT_EDIT,
    body=ContentBody,
    reply=replies.Saved,
    if_match=True,
)
def save(call: Call, process: str, document: str) -> Answer:
    """Salvar o texto"""
    form = SaveForm(call.body.content, revision_of(call), call.body.explicit)
    saved = save_draft(call.ports, call.actor, call.operation, process, document, form)
    return Answer(dict(saved), {"ETag": f'"{saved["revision"]}"'})


@routes.route(
    "PATCH",
    "/processes/{process}/documents/{document}",
    Action.DOCUMENT_EDIT_METADATA,
    body=MetadataBody,
    reply=replies.DocumentVersion,
)
def change(call: Call, process: str, document: str) -> Any:
    """Alterar os dados do documento"""
    form, sent = call.body.form(), call.body.model_fields_set
    changes = {name: getattr(form, name) for name in ({*sent} - {"date"})}
    if "date" in sent:
        changes["dated"] = form.dated
    return edit_metadata(call.ports, call.actor, call.operation, process, document, changes)


@routes.route(
    "DELETE",
    "/processes/{process}/documents/{document}",
    Action.DOCUMENT_DELETE,
    reply=replies.Version,
)
def delete(call: Call, process: str, document: str) -> Any:
    """Excluir documento"""
    return delete_document(call.ports, call.actor, call.operation, process, document)


@routes.route(
    "POST",
    "/processes/{process}/documents/{document}/cancellation",
    Action.DOCUMENT_CANCEL,
    body=CancellationBody,
    reply=replies.Version,
)
def cancel(call: Call, process: str, document: str) -> Any:
    """Cancelar documento"""
    return cancel_document(call.ports, call.actor, call.operation, process, document, call.body.reason)


def revision_of(call: Call) -> int:
    """The revision the client saw, from If-Match. Raises InvalidRequest ``if_match_required``."""
    return read_if_match(call.header("If-Match"))
