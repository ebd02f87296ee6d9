"""The process page: the process, its first documents, its last entries, and what may be done (PRO-20, PRO-27)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from chalicelib.application.authorisation import (
    allow_on_process,
    document_resource,
    process_resource,
    subject,
)
from chalicelib.application.ports import Page, Ports
from chalicelib.application.references import AcknowledgementKey, ProcessKey
from chalicelib.domain.document import Document
from chalicelib.domain.history_reading import HistoryFilter, HistoryView
from chalicelib.domain.identity import Actor
from chalicelib.domain.internal_control import CATALOGUE, overseers
from chalicelib.domain.policy import Action, Decision, decide
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass

from .history_views import shown_in_views
from .informing import informing_rule
from .possible import possible_acts


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree: the document, and whether its content may be read."""

    document: Document
    readable: bool


@dataclass(frozen=True, slots=True)
class ProcessView:
    """What one person sees of a process at an instant. ``documents`` holds ``Node``; ``history`` the ``Entry`` of the
    summary among the last ones. ``overseen_by``: the units, and the agencies, that read it by internal control.
    """

    process: Process
    documents: Page
    history: Page
    actions: Mapping[Action, Decision]
    at: datetime
    overseen_by: tuple[Sequence[str], Sequence[str]]


def see_process(ports: Ports, actor: Actor, process_id: str) -> ProcessView:
    """Three reads. Raises NotFound (absent or invisible), Forbidden."""
    acknowledgement = AcknowledgementKey(process_id, actor.user.id)
    found, given = ports.reader.get(ProcessKey(process_id), acknowledgement)
    process = allow_on_process(actor, Action.PROCESS_SEE, found)
    documents = ports.reader.documents(process.id, None, newest_first=False, placed=process.placed)
    latest = ports.reader.history(process.id, None)
    wanted = HistoryFilter(HistoryView.SUMMARY, ports.zone, city=shown_in_views(ports.catalogues))
    now = ports.now()
    return ProcessView(
        process=process,
        documents=Page(visible_documents(actor, process, documents.items), documents.next_cursor),
        history=Page([entry for entry in latest.items if wanted.keeps(entry)], latest.next_cursor),
        actions=possible_acts(process, actor, now, informing_rule(ports.catalogues.tenant()), given is not None),
        at=now,
        overseen_by=overseers(ports.catalogues.plain(CATALOGUE), process_resource(process)),
    )


def visible_process(ports: Ports, actor: Actor, process_id: str) -> Process:
    """The process, if the actor may see its tree and history. Raises NotFound, Forbidden."""
    (found,) = ports.reader.get(ProcessKey(process_id))
    return allow_on_process(actor, Action.PROCESS_SEE, found)


def visible_documents(actor: Actor, process: Process, documents: Sequence[Document]) -> list[Node]:
    """The lines of the tree that the actor may see, in the same order."""
    who, within = subject(actor), process_resource(process)
    nodes = []
    for document in documents:
        resource = document_resource(process, document, within)
        if decide(who, Action.DOCUMENT_SEE_NODE, resource).allowed:
            nodes.append(Node(document, decide(who, Action.DOCUMENT_READ, resource).allowed))
    return nodes
