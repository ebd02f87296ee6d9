"""What filling a training environment needs from outside."""

from collections.abc import Callable
from typing import Protocol

from chalicelib.application.ports import Ports
from chalicelib.application.tenants.ports import Operating
from chalicelib.domain.training_kit import TrainingKit
from chalicelib.domain.value import dataclass


class Stock(Protocol):
    """Writes what a tenant begins with."""

    def __call__(self, tenant: str, kit: TrainingKit) -> None:
        """Tables, flows, contacts and people; what is there already is written again as it is."""


@dataclass(frozen=True, slots=True)
class Filling:
    """``kit`` reads one by where it lies; ``ports`` is the outside of one tenant, whose links begin as another's."""

    operating: Operating
    kit: Callable[[str], TrainingKit]
    stock: Stock
    ports: Callable[[str, str], Ports]
