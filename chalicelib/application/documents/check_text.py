"""What the text of a draft still lacks before it is signed (DOC-03, DOC-10)."""

import json
from collections.abc import Sequence

from chalicelib.application.authorisation import allow_on_document, document_resource
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.domain import content as contents
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.content_checks import Finding, findings, personal_data
from chalicelib.domain.content_citations import citations
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .cited import find_cited
from .read import seen_by
from .read_references import MOST


def check_text(ports: Ports, actor: Actor, process_id: str, document_id: str) -> Sequence[Finding]:
    """A citation that the actor may not open is told as one that leads nowhere. Raises NotFound, Forbidden."""
    loaded = ports.reader.get(ProcessKey(process_id), DocumentKey(process_id, document_id))
    process, document = allow_on_document(actor, Action.DOCUMENT_READ, *loaded)
    if document.text is None:
        return ()
    seen_by(ports, actor, document)
    content = contents.parse(json.loads(ports.contents.get(document.text.key)))
    cited = find_cited(ports, actor, citations(content)[:MOST])
    broken = [Finding("broken_reference", one.number) for one in cited if not one.found]
    public = document_resource(process, document).secrecy is AccessLevel.PUBLIC
    return (*findings(content), *broken, *(personal_data(content) if public else ()))
