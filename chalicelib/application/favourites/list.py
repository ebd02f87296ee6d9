"""The unit's favourites, as far as the viewer may still see them (PRO-22)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow, document_resource, process_resource, subject
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, Key, ProcessKey
from chalicelib.domain.document import Document
from chalicelib.domain.favourite import Favourite
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class FavouriteLine:
    """A favourite with what it points to; ``model``: its text may begin another document."""

    favourite: Favourite
    process: Process
    document: Document | None
    model: bool


def list_favourites(ports: Ports, actor: Actor) -> Sequence[FavouriteLine]:
    """By group, then newest first; what is gone or no longer visible is left out. Raises Forbidden."""
    allow(actor, Action.FAVOURITE_LIST)
    kept = sorted(ports.reader.kept(Favourite, actor.unit.id), key=lambda each: each.kept_at, reverse=True)
    kept.sort(key=lambda each: each.group.casefold())
    wanted: list[Key] = []
    for each in kept:
        wanted.append(ProcessKey(each.process))
        if each.document:
            wanted.append(DocumentKey(each.process, each.document))
    found = iter(ports.reader.get(*wanted)) if wanted else iter(())
    lines = [(each, next(found), next(found) if each.document else None) for each in kept]
    return [line for each in lines if (line := _line(actor, *each))]


def _line(
    actor: Actor, favourite: Favourite, process: Process | None, document: Document | None
) -> FavouriteLine | None:
    if process is None or (favourite.document and document is None):
        return None
    if document is None:
        seen = decide(subject(actor), Action.PROCESS_SEE, process_resource(process)).allowed
        return FavouriteLine(favourite, process, None, False) if seen else None
    if not decide(subject(actor), Action.DOCUMENT_READ, document_resource(process, document)).allowed:
        return None
    return FavouriteLine(favourite, process, document, document.text is not None)
