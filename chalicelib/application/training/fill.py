"""Fill the tenant that is to take the place of a training environment, and let it (issue 5 §7).

Killed anywhere it is done again from its beginning: each act has an operation of its own name, so what was done answers
as it did and is not done twice. Nobody reaches the tenant before it is whole, for nobody has its address.
"""

from chalicelib.application.tenants.replace_training import replace_training
from chalicelib.application.transaction import Operation, Reply

from .play import play
from .ports import Filling

#: Who did it, in the history of operators.
BY = "iperoig:fill-training"


def fill_training(outside: Filling, tenant: str) -> Reply | None:
    """-> the tenant that took the place of this one; None when none is to."""
    found = next((place for place in outside.operating.places() if place.tenant == tenant), None)
    if found is None or found.training is None or not found.training.filling:
        return None
    into, kit = found.training.filling, outside.kit(found.training.kit)
    outside.stock(into, kit)
    play(outside.ports(into, tenant), kit)
    return replace_training(outside.operating, Operation(BY, f"replace-{into}", into.encode().hex()), tenant)
