"""Save a way of looking at the inbox, for oneself or for the unit (PRO-01)."""

from collections.abc import Mapping

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import SavedViewKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.saved_view import SavedView, check_new
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class ViewForm:
    """``settings`` as in the screen's address."""

    name: str
    shared: bool
    settings: Mapping[str, str]


def save_view(ports: Ports, actor: Actor, operation: Operation, form: ViewForm) -> Reply:
    """-> ``{"id"}``. Raises Forbidden, and as ``saved_view.check_new``."""
    allow(actor, Action.VIEW_KEEP)
    owner = None if form.shared else actor.user.id
    wanted = SavedView(
        ports.identifier(), actor.unit, form.name, owner, dict(form.settings), actor.user, ports.now()
    )

    def attempt(work: Work) -> Reply:
        # First what was asked before: a repeated request gets its reply, not "name taken".
        work.load(SavedViewKey(actor.unit.id, wanted.id))
        check_new(wanted, ports.reader.kept(SavedView, actor.unit.id))
        work.put_kept(None, wanted)
        return {"id": wanted.id}

    return transact(lambda: ports.begin(operation), attempt)
