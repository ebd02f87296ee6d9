"""Fill every training environment that was left half-way (issue 5 §7)."""

from .fill import fill_training
from .ports import Filling


def fill_trainings(outside: Filling) -> dict[str, str]:
    """-> what took the place of each."""
    begun = [place.tenant for place in outside.operating.places() if place.training and place.training.filling]
    done = ((tenant, fill_training(outside, tenant)) for tenant in begun)
    return {tenant: str(reply["tenant"]) for tenant, reply in done if reply}
