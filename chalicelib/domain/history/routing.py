"""Facts of sending, receiving, concluding, reopening and assigning."""

from typing import ClassVar

from chalicelib.domain.value import dataclass

from .fact import Fact


@dataclass(frozen=True)
class ProcessReceived(Fact):
    """First opening by the unit (TRA-02)."""

    number: ClassVar[int] = 48

    def sentence(self) -> str:
        return "Processo recebido na unidade"


@dataclass(frozen=True)
class ProcessSent(Fact):
    """Sent to the unit the entry stands in, by ``origin`` (TRA-01)."""

    number: ClassVar[int] = 32
    origin: str
    routing: str
    return_due: str | None = None

    def sentence(self) -> str:
        return f"Processo remetido pela unidade {self.origin}"


@dataclass(frozen=True)
class ProcessConcluded(Fact):
    """Concluded in the unit by somebody (TRA-04)."""

    number: ClassVar[int] = 28
    reopen_on: str | None = None

    def sentence(self) -> str:
        return "Conclusão do processo na unidade"


@dataclass(frozen=True)
class ProcessConcludedAutomatically(Fact):
    """Concluded because it was sent without being kept open (TRA-01)."""

    number: ClassVar[int] = 41
    reopen_on: str | None = None

    def sentence(self) -> str:
        return "Conclusão automática de processo na unidade"


@dataclass(frozen=True)
class ProcessReopened(Fact):
    """Reopened in the unit (TRA-05), or by its schedule (TRA-06)."""

    number: ClassVar[int] = 29
    scheduled: bool = False

    def sentence(self) -> str:
        return "Reabertura do processo na unidade" + (" (reabertura programada)" if self.scheduled else "")


@dataclass(frozen=True)
class ProcessAssigned(Fact):
    """Put in somebody's hands (TRA-07)."""

    number: ClassVar[int] = 57
    summary: ClassVar[bool] = False
    assignee: str
    assignee_name: str

    def sentence(self) -> str:
        return f"Processo atribuído para {self.assignee}"


@dataclass(frozen=True)
class AssignmentRemoved(Fact):
    """Nobody in particular any more (TRA-07)."""

    number: ClassVar[int] = 59
    summary: ClassVar[bool] = False

    def sentence(self) -> str:
        return "Removida atribuição do processo"


@dataclass(frozen=True)
class ReturnExtended(Fact):
    """The demanding unit gave more time (TRA-03)."""

    summary: ClassVar[bool] = False
    routing: str
    destination: str
    return_due: str

    def sentence(self) -> str:
        day = "/".join(reversed(self.return_due.split("-")))
        return f"Prorrogado para {day} o retorno programado da unidade {self.destination}"


@dataclass(frozen=True)
class ReturnWithdrawn(Fact):
    """The demanding unit gave the return up (TRA-03)."""

    summary: ClassVar[bool] = False
    routing: str
    destination: str

    def sentence(self) -> str:
        return f"Cancelado o retorno programado da unidade {self.destination}"
