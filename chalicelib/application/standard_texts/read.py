"""One standard text with its content (DOC-06)."""

import json
from collections.abc import Mapping
from typing import Any

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import StandardTextKey
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.standard_text import StandardText


def read_standard_text(ports: Ports, actor: Actor, text_id: str) -> tuple[StandardText, Mapping[str, Any]]:
    """-> (text, content). Raises Forbidden, NotFound: another unit's texts are not there."""
    allow(actor, Action.STANDARD_TEXT_LIST)
    (text,) = ports.reader.get(StandardTextKey(actor.unit.id, text_id))
    if text is None:
        raise NotFound()
    return text, json.loads(ports.contents.get(text.content_key))
