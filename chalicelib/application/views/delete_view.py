"""Delete a saved view (PRO-01)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import SavedViewKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.saved_view import SavedView, check_delete


def delete_view(ports: Ports, actor: Actor, operation: Operation, view: str) -> Reply:
    """-> ``{"id"}``. Raises Forbidden, NotFound ``view_not_found``, and as ``saved_view.check_delete``."""
    allow(actor, Action.VIEW_KEEP)

    def attempt(work: Work) -> Reply:
        (found,) = work.load(SavedViewKey(actor.unit.id, view))
        if not isinstance(found, SavedView):
            raise NotFound("view_not_found", "Esta visão não existe mais.")
        check_delete(found, actor.user.id)
        work.delete_kept(found)
        return {"id": found.id}

    return transact(lambda: ports.begin(operation), attempt)
