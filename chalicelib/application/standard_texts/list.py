"""The unit's standard texts (DOC-06)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.standard_text import StandardText


def list_standard_texts(ports: Ports, actor: Actor) -> Sequence[StandardText]:
    """By name, the inactive ones too. Raises Forbidden."""
    allow(actor, Action.STANDARD_TEXT_LIST)
    return sorted(ports.reader.kept(StandardText, actor.unit.id), key=lambda text: text.name.casefold())
