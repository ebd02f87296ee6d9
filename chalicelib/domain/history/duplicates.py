"""Facts of processes made from others. ``other`` is the other process's id."""

from typing import ClassVar

from chalicelib.domain.value import dataclass

from .fact import Fact


@dataclass(frozen=True)
class ProcessDuplicated(Fact):
    """This process began as a duplicate (PRO-12); SEI keeps no entry of its own for it."""

    number: ClassVar[int] = 0
    other: str
    nup: str

    def sentence(self) -> str:
        return f"Processo gerado por duplicação do processo {self.nup}"
