"""From the numbers a text cites to what has them today, as far as somebody may see it (DOC-03)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import document_resource, process_resource, subject
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.content_citations import Citation
from chalicelib.domain.document import Document
from chalicelib.domain.identity import Actor
from chalicelib.domain.numbering import digits
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation. ``title``, ``process`` and ``document`` are empty when nothing has the number or it is invisible:
    one answer for both."""

    kind: str
    number: str
    title: str = ""
    process: str = ""
    document: str = ""

    @property
    def found(self) -> bool:
        """Whether the reader may open it."""
        return bool(self.process)


def find_cited(ports: Ports, actor: Actor, wanted: Sequence[Citation]) -> Sequence[Cited]:
    """Each citation as the actor may see it, in the order given."""
    documents = {one: ports.reader.document_of_number(one.number) for one in wanted if one.kind == "document"}
    places = {one: ports.reader.process_of_number(digits(one.number)) for one in wanted if one.kind == "process"}
    places.update({one: found.process for one, found in documents.items() if found})
    known = list(dict.fromkeys(place for place in places.values() if place))
    processes = dict(zip(known, ports.reader.get(*map(ProcessKey, known)), strict=True)) if known else {}
    return [_cited(actor, one, processes.get(places.get(one) or ""), documents.get(one)) for one in wanted]


def _cited(actor: Actor, one: Citation, process: Process | None, document: Document | None) -> Cited:
    nothing = Cited(one.kind, one.number)
    if process is None:
        return nothing
    if one.kind == "process":
        seen = decide(subject(actor), Action.PROCESS_SEE, process_resource(process)).allowed
        title = f"{process.registration.type.name} ({process.nup})"
        return Cited(one.kind, one.number, title, process.id) if seen else nothing
    if document is None:
        return nothing
    seen = decide(subject(actor), Action.DOCUMENT_SEE_NODE, document_resource(process, document)).allowed
    title = f"{document.title} ({document.number})"
    return Cited(one.kind, one.number, title, process.id, document.id) if seen else nothing
