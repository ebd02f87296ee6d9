"""Create a standard text of the unit (DOC-06)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.standard_text import StandardText

from .form import StandardTextForm, store_fragment


def create_standard_text(ports: Ports, actor: Actor, operation: Operation, form: StandardTextForm) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, InvalidRequest, ContentRefused."""
    allow(actor, Action.STANDARD_TEXT_CREATE)
    key, digest = store_fragment(ports, form.content)
    text = StandardText(
        id=ports.identifier(),
        unit=actor.unit,
        name=form.name,
        shortcut=form.shortcut,
        content_key=key,
        digest=digest,
        changed_by=actor.user,
        changed_at=ports.now(),
        active=form.active,
    )

    def attempt(work: Work) -> Reply:
        work.load()
        work.put_kept(None, text)
        return {"id": text.id, "revision": text.revision}

    return transact(lambda: ports.begin(operation), attempt)
