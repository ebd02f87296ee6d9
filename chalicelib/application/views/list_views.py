"""The views of the unit and one's own in it (PRO-01)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.saved_view import SavedView
from chalicelib.domain.spelling import plain


def list_views(ports: Ports, actor: Actor) -> Sequence[SavedView]:
    """The unit's first, each by name. Raises Forbidden."""
    allow(actor, Action.UNIT_READ_ARRANGEMENT)
    views = [view for view in ports.reader.kept(SavedView, actor.unit.id) if view.shown_to(actor.user.id)]
    return sorted(views, key=lambda view: (view.owner is not None, plain(view.name)))
