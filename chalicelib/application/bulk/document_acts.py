"""What can be done to many documents at once: each row is the act on one, with its own policy, entry and reply
("every act on one is possible on many, from any list"). Signing and authenticating are not here: a job keeps no
password.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.application.blocks.include_document import include_document
from chalicelib.application.comments.make import make_comment
from chalicelib.application.documents.acknowledge import acknowledge_document
from chalicelib.application.documents.cancel import cancel_document
from chalicelib.application.documents.delete import delete_document
from chalicelib.application.documents.edit_metadata import edit_metadata
from chalicelib.application.documents.lock import lock_document
from chalicelib.application.documents.move import MoveForm, move_document
from chalicelib.application.documents.unlock import unlock_document
from chalicelib.application.extraction.ask import ask_extraction
from chalicelib.application.favourites.keep import FavouriteForm, keep_favourite
from chalicelib.application.jobs.kinds import Kind
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation
from chalicelib.application.trash.restore import restore_document
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Job, Outcome
from chalicelib.domain.value import dataclass

Form = Mapping[str, Any]
#: (process, document)
Place = tuple[str, str]
#: (ports, actor, operation, place, form): the use case of one document.
ActOnOne = Callable[[Ports, Actor, Operation, Place, Form], Any]
KIND = "bulk_documents"


@dataclass(frozen=True, slots=True)
class DocumentAct:
    """``title`` is what the job is called; ``on_one`` does it to one document.

    ``shared``: each changes one thing that all have in common, which one hand at a time does faster than many.
    """

    title: str
    on_one: ActOnOne
    shared: bool = False


#: By the name an order carries.
DOCUMENT_ACTS: Mapping[str, DocumentAct] = {
    "acknowledge": DocumentAct(
        "Dar ciência em documentos", lambda p, a, o, place, f: acknowledge_document(p, a, o, *place)
    ),
    "cancel": DocumentAct(
        "Cancelar documentos", lambda p, a, o, place, f: cancel_document(p, a, o, *place, f["reason"])
    ),
    "delete": DocumentAct("Excluir documentos", lambda p, a, o, place, f: delete_document(p, a, o, *place)),
    "restore": DocumentAct(
        "Recuperar documentos da lixeira", lambda p, a, o, place, f: restore_document(p, a, o, *place)
    ),
    "move": DocumentAct(
        "Mover documentos",
        lambda p, a, o, place, f: move_document(p, a, o, *place, MoveForm(f["process"], f["reason"])),
        shared=True,
    ),
    "lock": DocumentAct("Bloquear documentos", lambda p, a, o, place, f: lock_document(p, a, o, *place)),
    "unlock": DocumentAct(
        "Desbloquear documentos", lambda p, a, o, place, f: unlock_document(p, a, o, *place)
    ),
    "metadata": DocumentAct(
        "Alterar dados de documentos", lambda p, a, o, place, f: edit_metadata(p, a, o, *place, _changes(f))
    ),
    "block": DocumentAct(
        "Incluir documentos em bloco",
        lambda p, a, o, place, f: include_document(p, a, o, f["block"], *place),
        shared=True,
    ),
    "favourite": DocumentAct(
        "Incluir documentos nos favoritos",
        lambda p, a, o, place, f: keep_favourite(p, a, o, FavouriteForm(*place, f["group"])),
    ),
    "comment": DocumentAct(
        "Comentar documentos", lambda p, a, o, place, f: make_comment(p, a, o, *place, f["text"])
    ),
    "extract_text": DocumentAct(
        "Pedir o texto de documentos", lambda p, a, o, place, f: ask_extraction(p, a, o, *place)
    ),
}


def _changes(form: Form) -> dict[str, Any]:
    """What the use case takes: lists come back from JSON, tuples went in."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in form.items()}


def bulk_documents_kind() -> Kind:
    """The kind of job that does an act to each document; what the act refuses is the item's result."""
    return Kind(_on_item)


def _on_item(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
) -> Outcome:
    place = reference["process"], reference["document"]
    form = json.loads(job.options["form"])
    DOCUMENT_ACTS[job.options["act"]].on_one(ports, actor, operation, place, form)
    return Outcome()
