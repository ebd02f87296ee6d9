"""Search inside one process: by words of titles, numbers and people, and of the text of what one may read (PRO-20).

What is found says where, never what: no excerpt is shown, so nothing is read by looking (DOC-11); a hit in the text of
what leaves a record of who read it leaves one.
"""

import json
from collections.abc import Sequence

from chalicelib.application.audit.notebook import note_reading
from chalicelib.application.ports import Page, Ports
from chalicelib.application.processes.see import Node, visible_documents, visible_process
from chalicelib.application.references import ExtractionKey
from chalicelib.domain import content
from chalicelib.domain.document import Document
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.extraction import Extraction, ExtractionState
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass
from chalicelib.domain.words_inside import answers, has_content, in_card, in_tree, wanted_words

#: Texts that one call reads, and after how many of their bytes it stops: a call answers in about a second.
TEXTS = 20
MOST_BYTES = 6_000_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers: ``in_text`` when some word is only in what it says."""

    node: Node
    in_text: bool


@dataclass(frozen=True, slots=True)
class FoundInside:
    """What a stretch of the tree holds. ``looked`` counts its lines, ``unread`` the files without a text to look in."""

    hits: Sequence[Hit]
    looked: int
    unread: int
    next_cursor: str | None


def find_inside(ports: Ports, actor: Actor, process_id: str, words: str, cursor: str | None) -> FoundInside:
    """The documents of the next stretch of the tree that have all the words, or words that begin so.

    Raises NotFound, Forbidden, InvalidRequest ``words``, ``invalid_cursor``.
    """
    wanted = wanted_words(words)
    skipped, place = _place(cursor)
    process = visible_process(ports, actor, process_id)
    page = ports.reader.documents(process.id, place, newest_first=False, placed=process.placed)
    left = page.items[skipped:]
    nodes = {node.document.id: node for node in visible_documents(actor, process, left)}
    texts = _Texts(ports, actor, process, [node.document for node in nodes.values() if node.readable])
    hits: list[Hit] = []
    looked = 0
    for document in left:
        if texts.tired:
            break
        looked += 1
        node = nodes.get(document.id)
        hit = _hit(node, wanted, texts) if node else None
        if hit:
            hits.append(hit)
    return FoundInside(hits, looked, texts.unread, _next(page, place, skipped + looked))


def _hit(node: Node, wanted: Sequence[str], texts: "_Texts") -> Hit | None:
    document = node.document
    known = [in_tree(document)]
    if node.readable:
        known.append(in_card(document))
    if answers(wanted, *known):
        return Hit(node, in_text=False)
    if node.readable and has_content(document) and answers(wanted, *known, texts.of(document)):
        texts.note(document)
        return Hit(node, in_text=True)
    return None


class _Texts:
    """The texts of what one may read, fetched one at a time and not kept."""

    def __init__(self, ports: Ports, actor: Actor, process: Process, documents: Sequence[Document]) -> None:
        self._ports, self._actor, self._process = ports, actor, process
        self._extractions = self._extracted(documents)
        self._fetched = self._bytes = 0
        self.unread = 0

    @property
    def tired(self) -> bool:
        return self._fetched >= TEXTS or self._bytes >= MOST_BYTES

    def of(self, document: Document) -> str:
        """Empty where there is none."""
        if document.text:
            return content.plain_text(content.parse(json.loads(self._fetch(document.text.key))))
        if document.file is None:
            return ""
        extraction = self._extractions.get(document.file.sha256)
        if extraction is None or extraction.state is not ExtractionState.DONE:
            self.unread += 1
            return ""
        return self._fetch(extraction.text_key).decode()

    def note(self, document: Document) -> None:
        note_reading(self._actor, Action.DOCUMENT_READ, self._process, document)

    def _extracted(self, documents: Sequence[Document]) -> dict[str, Extraction]:
        wanted = list(dict.fromkeys(one.file.sha256 for one in documents if one.file and has_content(one)))
        found = self._ports.reader.get(*(ExtractionKey(sha256) for sha256 in wanted)) if wanted else ()
        return {extraction.sha256: extraction for extraction in found if extraction}

    def _fetch(self, key: str) -> bytes:
        data = self._ports.contents.get(key)
        self._fetched += 1
        self._bytes += len(data)
        return data


def _place(cursor: str | None) -> tuple[int, str | None]:
    """How many lines of which page of the tree were looked at already."""
    if cursor is None:
        return 0, None
    skipped, separator, place = cursor.partition(".")
    if not separator or not skipped.isdecimal():
        raise InvalidRequest(
            code="invalid_cursor", message="A continuação da procura não é válida. Procure de novo."
        )
    return int(skipped), place or None


def _next(page: Page, place: str | None, looked: int) -> str | None:
    if looked < len(page.items):
        return f"{looked}.{place or ''}"
    return f"0.{page.next_cursor}" if page.next_cursor else None
