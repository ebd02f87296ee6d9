"""Quick search by number."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.find.by_number import find_by_number
from chalicelib.application.find.by_words import find_by_words
from chalicelib.application.find.inside import find_inside
from chalicelib.domain.policy import Action

from . import replies
from .document_view import node
from .presenting import instant
from .routes import Call, Routes
from .validation import Body, Cursor

routes = Routes("find")


class FindQuery(Body):
    """A process's or a document's number, with or without punctuation."""

    number: Annotated[str, StringConstraints(min_length=1, max_length=60)]


class WordsQuery(Body):
    """Words, or how they begin, of the specification, the type or the interested parties."""

    words: Annotated[str, StringConstraints(min_length=1, max_length=200)]


class InsideQuery(WordsQuery):
    """The same inside one process, and where the last answer stopped."""

    cursor: Cursor | None = None


@routes.route("GET", "/find", Action.FIND_BY_NUMBER, query=FindQuery, reply=replies.Found)
def find(call: Call) -> Any:
    """Pesquisa rápida pelo número do processo ou do documento"""
    found = find_by_number(call.ports, call.actor, call.query.number)
    return {"process": found.process, "document": found.document, "title": found.title}


@routes.route("GET", "/find/words", Action.FIND_BY_WORDS, query=WordsQuery, reply=replies.FoundByWords)
def find_words(call: Call) -> Any:
    """Pesquisa de processos por palavras da especificação, do tipo ou dos interessados"""
    found = find_by_words(call.ports, call.actor, call.query.words)
    rows = [
        {
            "process": row.process,
            "nup": row.nup,
            "type": row.type,
            "specification": row.specification,
            "interested": list(row.interested),
            "started_at": instant(row.started_at),
        }
        for row in found.items
    ]
    return {"items": rows, "more": found.more}


@routes.route(
    "GET", "/processes/{process}/find", Action.PROCESS_SEE, query=InsideQuery, reply=replies.FoundInside
)
def find_in_process(call: Call, process: str) -> Any:
    """Procurar palavras nos documentos do processo: no título, no número, nas pessoas e no texto"""
    found = find_inside(call.ports, call.actor, process, call.query.words, call.query.cursor)
    rows = [
        {"document": node(hit.node.document, hit.node.readable), "in_text": hit.in_text} for hit in found.hits
    ]
    return {
        "items": rows,
        "looked": found.looked,
        "unread": found.unread,
        "next_cursor": found.next_cursor,
    }
