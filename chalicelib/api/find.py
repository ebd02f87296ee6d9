"""Quick search by number."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.find.by_number import find_by_number
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes
from .validation import Body

routes = Routes("find")


class FindQuery(Body):
    """A process's or a document's number, with or without punctuation."""

    number: Annotated[str, StringConstraints(min_length=1, max_length=60)]


@routes.route("GET", "/find", Action.FIND_BY_NUMBER, query=FindQuery, reply=replies.Found)
def find(call: Call) -> Any:
    """Pesquisa rápida pelo número do processo ou do documento"""
    found = find_by_number(call.ports, call.actor, call.query.number)
    return {"process": found.process, "document": found.document, "title": found.title}
