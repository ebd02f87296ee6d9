"""Facts of the work plan (PRO-26); the summarised history leaves them out."""

from typing import ClassVar

from chalicelib.domain.value import dataclass
from chalicelib.domain.work_plan import STATUS_NAMES

from .fact import Fact


@dataclass(frozen=True)
class PlanItemMarked(Fact):
    """An item of the plan moved, by hand or because ``document`` was included; ``status`` None: as untouched."""

    summary: ClassVar[bool] = False
    item: str
    status: str | None
    note: str = ""
    document: str | None = None

    def sentence(self) -> str:
        told = STATUS_NAMES[self.status] if self.status else "sem situação"
        cause = f", com o documento {self.document}" if self.document else ""
        return f"Plano de trabalho: {self.item}, {told}{cause}" + (f". {self.note}" if self.note else "")


@dataclass(frozen=True)
class WorkPlanReplaced(Fact):
    """The process got another plan; ``before`` None: it had none."""

    summary: ClassVar[bool] = False
    plan: str
    before: str | None = None

    def sentence(self) -> str:
        if self.before is None:
            return f"Adotado o plano de trabalho {self.plan}"
        return f"Trocado o plano de trabalho {self.before} por {self.plan}"
