"""Facts of a process that follows a flow."""

from chalicelib.domain.value import dataclass

from .fact import Fact, in_parentheses


@dataclass(frozen=True)
class FlowStarted(Fact):
    """The process follows this version of a flow from now on."""

    flow: str
    name: str
    version: int

    def sentence(self) -> str:
        return f"Iniciado o fluxo {self.name}, versão {self.version}"


@dataclass(frozen=True)
class FlowStepCompleted(Fact):
    """A step was done, perhaps by a decision, perhaps resting upon a document."""

    at: str
    step: str
    answer: str | None = None
    document: str | None = None
    note: str = ""

    def sentence(self) -> str:
        said = f": {self.answer}" if self.answer else ""
        rests = f", com o documento {self.document}" if self.document else ""
        return f"Concluída a etapa {self.step}{said}{rests}{in_parentheses(self.note)}"


@dataclass(frozen=True)
class FlowStepSkipped(Fact):
    """A step was left out, and why."""

    at: str
    step: str
    reason: str
    answer: str | None = None

    def sentence(self) -> str:
        said = f", seguindo como {self.answer}" if self.answer else ""
        return f"Dispensada a etapa {self.step}{said}{in_parentheses(self.reason)}"


@dataclass(frozen=True)
class FlowStepOverdue(Fact):
    """The deadline of a step is over; ``superior`` is the unit that has it too since then."""

    at: str
    step: str
    due: str
    superior: str | None = None

    def sentence(self) -> str:
        day = "/".join(reversed(self.due.split("-")))
        told = f"; encaminhada também à unidade {self.superior}" if self.superior else ""
        return f"Vencido em {day} o prazo da etapa {self.step}{told}"


@dataclass(frozen=True)
class FlowPaused(Fact):
    """Nothing falls due until it is resumed."""

    reason: str

    def sentence(self) -> str:
        return f"Fluxo pausado{in_parentheses(self.reason)}"


@dataclass(frozen=True)
class FlowResumed(Fact):
    """The steps count again, with the days they had left."""

    def sentence(self) -> str:
        return "Fluxo retomado"


@dataclass(frozen=True)
class FlowFinished(Fact):
    """Its last step was done."""

    name: str

    def sentence(self) -> str:
        return f"Encerrado o fluxo {self.name}"


@dataclass(frozen=True)
class FlowCancelled(Fact):
    """The process follows no flow any more."""

    reason: str

    def sentence(self) -> str:
        return f"Fluxo cancelado{in_parentheses(self.reason)}"
