"""Change a standard text of the unit, or take it out of use (DOC-06)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import StandardTextKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.standard_text import changed

from .form import StandardTextForm, store_fragment


def change_standard_text(
    ports: Ports, actor: Actor, operation: Operation, text_id: str, revision: int, form: StandardTextForm
) -> Reply:
    """-> ``{"id", "revision"}``.

    Raises Forbidden, NotFound, InvalidRequest, ContentRefused, Conflict ``text_changed``.
    """
    allow(actor, Action.STANDARD_TEXT_CHANGE)
    key, digest = store_fragment(ports, form.content)
    now = ports.now()

    def attempt(work: Work) -> Reply:
        (before,) = work.load(StandardTextKey(actor.unit.id, text_id))
        if before is None:
            raise NotFound()
        after = changed(
            before,
            revision,
            actor.user,
            now,
            name=form.name,
            shortcut=form.shortcut,
            content_key=key,
            digest=digest,
            active=form.active,
        )
        work.put_kept(before, after)
        return {"id": after.id, "revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)
