"""Linha direta: the tree with the documents of one's unit and of those that exchanged the process with it (PRO-19)."""

from collections.abc import Sequence

from chalicelib.application.ports import Page, Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import UnitName
from chalicelib.domain.path import direct_line
from chalicelib.domain.value import dataclass

from .see import visible_documents, visible_process

#: Of the process; one sent more often than this has its latest units missing from the filter, and says so.
MAXIMUM_ROUTINGS = 1000


@dataclass(frozen=True, slots=True)
class DirectLine:
    """``units`` besides the actor's own; ``page`` of ``Node``, which may hold fewer than a page of the tree does."""

    units: Sequence[UnitName]
    page: Page
    complete: bool


def list_direct_line(ports: Ports, actor: Actor, process_id: str, cursor: str | None) -> DirectLine:
    """In the order of the tree. Raises NotFound, Forbidden, InvalidRequest ``invalid_cursor``."""
    process = visible_process(ports, actor, process_id)
    routings = ports.reader.routings(process.id, MAXIMUM_ROUTINGS + 1)
    units = direct_line(actor.unit.id, routings)
    wanted = {actor.unit.id, *(unit.id for unit in units)}
    page = ports.reader.documents(process.id, cursor, newest_first=False, placed=process.placed)
    theirs = [document for document in page.items if document.unit.id in wanted]
    nodes = Page(visible_documents(actor, process, theirs), page.next_cursor)
    return DirectLine(units, nodes, len(routings) <= MAXIMUM_ROUTINGS)
