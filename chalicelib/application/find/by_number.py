"""Pesquisa rápida: a process or a document by its number (features.md §1.3, §8)."""

from chalicelib.application.authorisation import (
    allow,
    document_resource,
    process_resource,
    subject,
)
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.access import Resource
from chalicelib.domain.check_digit import digits, validate_foreign
from chalicelib.domain.document import Document
from chalicelib.domain.errors import DomainError, InvalidRequest, NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, known_to
from chalicelib.domain.value import dataclass

DOCUMENT_DIGITS = 7
MAXIMUM_DOCUMENT_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Found:
    """What has the number: a process, or a document in it; ``title`` as screens name it."""

    process: str
    document: str | None
    title: str


def find_by_number(ports: Ports, actor: Actor, number: str) -> Found:
    """Look a number up, written with or without punctuation.

    Raises NotFound when nothing has it or what has it is invisible: one answer for both, which only depends on
    the number (it tells when its check digits cannot be right).
    """
    allow(actor, Action.FIND_BY_NUMBER)
    wanted = digits(number)
    found = _process(ports, actor, wanted) or _document(ports, actor, number, wanted) if wanted else None
    if found is None:
        raise _missing(number)
    return found


def _process(ports: Ports, actor: Actor, wanted: str) -> Found | None:
    identifier = ports.reader.process_of_number(wanted)
    if identifier is None:
        return None
    (process,) = ports.reader.get(ProcessKey(identifier))
    if process is None or not _visible(actor, Action.PROCESS_SEE, process_resource(process)):
        return None
    return Found(process.id, None, process.nup)


def _document(ports: Ports, actor: Actor, number: str, wanted: str) -> Found | None:
    bare = wanted.lstrip("0").zfill(DOCUMENT_DIGITS)
    if number.strip() != wanted or len(bare) > MAXIMUM_DOCUMENT_DIGITS:
        return None
    indexed = ports.reader.document_of_number(bare)
    if indexed is None:
        return None
    (process,) = ports.reader.get(ProcessKey(indexed.process))
    if process is None or not _visible(actor, Action.DOCUMENT_SEE_NODE, document_resource(process, indexed)):
        return None
    return Found(process.id, indexed.id, _title(indexed))


def _title(document: Document) -> str:
    return f"{document.title} ({document.number})"


def _visible(actor: Actor, action: Action, resource: Resource) -> bool:
    return known_to(subject(actor), action, resource)


def _missing(number: str) -> DomainError:
    try:
        validate_foreign(number)
    except InvalidRequest as error:
        return NotFound(message=f"{error.errors[0].message} Confira e procure de novo.")
    return NotFound(message="Não encontramos processo nem documento com este número.")
