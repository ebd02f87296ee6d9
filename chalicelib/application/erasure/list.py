"""The last requests to erase somebody's data, and whom the open ones are about (LGPD, art. 18)."""

from collections.abc import Sequence

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.contact import Contact
from chalicelib.domain.erasure import Erasure
from chalicelib.domain.identity import Actor, User
from chalicelib.domain.policy import Action

from .subject import key_of, kind_of, subjects_of

SHOWN = 100


def list_erasures(ports: Ports, actor: Actor) -> Sequence[tuple[Erasure, Contact | User]]:
    """The newest first. Raises Forbidden."""
    allow(actor, Action.PERSON_ERASE)
    found = ports.reader.erasures(SHOWN)
    subjects = subjects_of(ports, found)
    shown = [one for one in subjects.values() if not one.erased_at]
    for kind in PersonKind:
        note_people(actor, Action.PERSON_ERASE, kind, (one.id for one in shown if kind_of(one) is kind))
    return [(one, subjects[key_of(one)]) for one in found]
