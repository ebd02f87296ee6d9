"""Favourites of the unit (PRO-22)."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.favourites.keep import FavouriteForm, keep_favourite
from chalicelib.application.favourites.list import FavouriteLine, list_favourites
from chalicelib.application.favourites.remove import remove_favourite
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Answer, Call, Routes
from .validation import Body, Identifier

routes = Routes("favourites")

FavouriteGroup = Annotated[str, StringConstraints(max_length=60)]


class FavouriteBody(Body):
    """What to keep: a document, or the whole process; ``group`` may be empty."""

    process: Identifier
    document: Identifier | None = None
    group: FavouriteGroup = ""


@routes.route("GET", "/favourites", Action.FAVOURITE_LIST, reply=replies.Favourites)
def index(call: Call) -> dict[str, Any]:
    """Favoritos da unidade"""
    return {"items": [_line(each) for each in list_favourites(call.ports, call.actor)]}


@routes.route("PUT", "/favourites", Action.FAVOURITE_KEEP, body=FavouriteBody, reply=replies.FavouriteKept)
def keep(call: Call) -> Any:
    """Incluir nos favoritos, ou mudar de grupo"""
    body: FavouriteBody = call.body
    form = FavouriteForm(body.process, body.document, body.group)
    return keep_favourite(call.ports, call.actor, call.operation, form)


@routes.route("DELETE", "/favourites/{favourite}", Action.FAVOURITE_KEEP, status=204)
def remove(call: Call, favourite: str) -> Answer:
    """Retirar dos favoritos"""
    remove_favourite(call.ports, call.actor, call.operation, favourite)
    return Answer(None)


def _line(line: FavouriteLine) -> dict[str, Any]:
    document, registration = line.document, line.process.registration
    return {
        "id": line.favourite.id,
        "group": line.favourite.group,
        "process": line.process.id,
        "nup": line.process.nup,
        "process_type": registration.type.name,
        "specification": registration.specification,
        "document": document
        and {
            "id": document.id,
            "number": document.number,
            "title": document.title,
            "type": document.type.code,
            "model": line.model,
        },
        "kept_by": presenting.person(line.favourite.kept_by),
        "kept_at": presenting.instant(line.favourite.kept_at),
    }
