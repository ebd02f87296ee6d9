"""The process page: the process, its first documents, its last entries, and what may be done (PRO-20, PRO-27)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from chalicelib.application.authorisation import allow_on_process, document_resource, subject
from chalicelib.application.ports import Page, Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.document import Document
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, Decision, decide
from chalicelib.domain.process import Process

from .possible import possible_acts


@dataclass(frozen=True, slots=True)
class ProcessView:
    """What one person sees of a process at an instant. ``documents`` holds ``Document``, ``history`` ``Entry``."""

    process: Process
    documents: Page
    history: Page
    actions: Mapping[Action, Decision]
    at: datetime


def see_process(ports: Ports, actor: Actor, process_id: str) -> ProcessView:
    """Three reads. Raises NotFound (absent or invisible), Forbidden."""
    process = visible_process(ports, actor, process_id)
    documents = ports.reader.documents(process.id, None, newest_first=False)
    history = ports.reader.history(process.id, None, summary=False)
    now = ports.now()
    return ProcessView(
        process=process,
        documents=Page(visible_documents(actor, process, documents.items), documents.next_cursor),
        history=history,
        actions=possible_acts(process, actor, now),
        at=now,
    )


def visible_process(ports: Ports, actor: Actor, process_id: str) -> Process:
    """The process, if the actor may see its tree and history. Raises NotFound, Forbidden."""
    (found,) = ports.reader.get(ProcessKey(process_id))
    return allow_on_process(actor, Action.PROCESS_SEE, found)


def visible_documents(actor: Actor, process: Process, documents: Sequence[Document]) -> list[Document]:
    """The documents whose node the actor may see, in the same order."""
    who = subject(actor)
    return [
        document
        for document in documents
        if decide(who, Action.DOCUMENT_SEE_NODE, document_resource(process, document)).allowed
    ]
