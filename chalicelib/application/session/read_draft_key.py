"""The key by which one's own browser keeps what is not saved yet (DOC-03, ASVS 14.3.3)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.draft_key import drafts_of
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def read_draft_key(ports: Ports, actor: Actor) -> bytes:
    """32 bytes, one's own and always the same. Raises Forbidden."""
    allow(actor, Action.SESSION_READ)
    return ports.draft_secret(drafts_of(actor.tenant, actor.user.id))
