"""A standard text of the unit as the body of an e-mail: plain, with the variables of the process (DOC-06, DOC-22)."""

import json

from chalicelib.application.audit.notebook import note_reading
from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.documents.text import resolved
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey, StandardTextKey
from chalicelib.domain import content as contents
from chalicelib.domain import correspondence
from chalicelib.domain.correspondence import Letter
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def read_email_text(ports: Ports, actor: Actor, process_id: str, text_id: str) -> str:
    """Raises NotFound, Forbidden; an inactive text is no longer there for who writes."""
    found, text = ports.reader.get(ProcessKey(process_id), StandardTextKey(actor.unit.id, text_id))
    process = allow_on_process(actor, Action.PROCESS_MAIL, found)
    note_reading(actor, Action.PROCESS_SEE, process)
    if text is None or not text.active:
        raise NotFound("standard_text_not_found", "Este texto padrão não existe ou não está mais em uso.")
    now = ports.now()
    content = contents.parse(json.loads(ports.contents.get(text.content_key)))
    unsent = correspondence.email_document(process, actor, ("-", ""), Letter("", (), (), (), "", ""), (), now)
    return contents.plain_text(resolved(ports, process, unsent, content, now))
