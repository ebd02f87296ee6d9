"""Take a favourite of the unit away (PRO-22)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import FavouriteKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def remove_favourite(ports: Ports, actor: Actor, operation: Operation, favourite: str) -> Reply:
    """Raises Forbidden, NotFound."""
    allow(actor, Action.FAVOURITE_KEEP)

    def attempt(work: Work) -> Reply:
        (found,) = work.load(FavouriteKey(actor.unit.id, favourite))
        if found is None:
            raise NotFound()
        work.delete_kept(found)
        return {}

    return transact(lambda: ports.begin(operation), attempt)
