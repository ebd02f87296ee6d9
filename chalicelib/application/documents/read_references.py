"""What a document cites, as it is called and where it lies today, for who reads it (DOC-03)."""

import json
from collections.abc import Sequence

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.domain import content as contents
from chalicelib.domain.content_citations import citations
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .cited import Cited, find_cited
from .read import seen_by

#: Each is a look-up of its own: who cites more still has every link, for links lead by the number.
MOST = 60


def read_references(ports: Ports, actor: Actor, process_id: str, document_id: str) -> Sequence[Cited]:
    """The first ``MOST`` citations of the text. Raises NotFound, Forbidden."""
    loaded = ports.reader.get(ProcessKey(process_id), DocumentKey(process_id, document_id))
    _, document = allow_on_document(actor, Action.DOCUMENT_READ, *loaded)
    if document.text is None:
        return ()
    seen_by(ports, actor, document)
    content = contents.parse(json.loads(ports.contents.get(document.text.key)))
    return find_cited(ports, actor, citations(content)[:MOST])
