"""The same act on many documents, as a job ("every act on one is possible on many")."""

import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from chalicelib.application.bulk.order_documents import MAXIMUM_DOCUMENTS, DocumentsOrder, order_document_act
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.policy import Action

from . import replies
from .bulk import Favourite, IntoBlock, Nothing, read_form
from .comments import Text
from .document_acts import MoveBody
from .documents import CancellationBody, MetadataBody
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("bulk_documents")


class Commenting(Body):
    """What is said of each (PRO-25)."""

    text: Text


#: What the dialog of each act is filled with.
FORMS: dict[str, type[Body]] = {
    "acknowledge": Nothing,
    "cancel": CancellationBody,
    "delete": Nothing,
    "restore": Nothing,
    "move": MoveBody,
    "lock": Nothing,
    "unlock": Nothing,
    "metadata": MetadataBody,
    "block": IntoBlock,
    "favourite": Favourite,
    "comment": Commenting,
    "extract_text": Nothing,
}


class Placed(Body):
    """A document and the process where it stands."""

    process: Identifier
    document: Identifier


class DocumentsBody(Body):
    """``form`` is what the dialog of the act on one document is filled with."""

    act: Literal[
        "acknowledge", "cancel", "delete", "restore", "move", "lock", "unlock", "metadata", "block", "favourite",
        "comment", "extract_text",
    ]  # fmt: skip
    documents: Annotated[tuple[Placed, ...], Field(min_length=1, max_length=MAXIMUM_DOCUMENTS)]
    form: dict[str, Any] = Field(default_factory=dict)


@routes.route(
    "POST", "/bulk-document-acts", Action.BULK_ORDER, body=DocumentsBody, reply=replies.JobStarted, status=201
)
def order(call: Call) -> Any:
    """Fazer o mesmo ato em muitos documentos"""
    body: DocumentsBody = call.body
    form = read_form(FORMS[body.act], body.form)
    chosen = tuple((one.process, one.document) for one in body.documents)
    wanted = DocumentsOrder(body.act, chosen, _plain(form))
    return order_document_act(call.ports, call.actor, call.operation, wanted)


def _plain(form: Body) -> Mapping[str, Any]:
    """As the job keeps it. Of the registered data, what was filled in: the rest of each document stays.

    Raises InvalidRequest ``required`` when nothing was.
    """
    if not isinstance(form, MetadataBody):
        return form.model_dump(mode="json")
    if not form.model_fields_set:
        raise InvalidRequest(FieldError("form", "required", "Diga o que muda nos documentos."))
    own = form.model_fields_set & SAME_FOR_MANY
    if own != form.model_fields_set:
        field = sorted(form.model_fields_set - own)[0]
        raise InvalidRequest(FieldError(f"form.{field}", "of_one", "Este dado é de cada documento: mude um a um."))
    return dict(json.loads(form.model_dump_json(include=set(own))))


#: What several documents may have in common; a date, a number and how a paper was digitized are of each.
SAME_FOR_MANY = {
    "description", "interested_parties", "addressees", "subjects", "remark", "access_level", "legal_basis", "sender",
}  # fmt: skip
