"""Facts of a process's registration and life."""

from typing import ClassVar

from chalicelib.domain.value import dataclass

from .fact import GRADE_NAMES, LEVEL_NAMES, Fact, civil_day, in_parentheses


@dataclass(frozen=True)
class ProcessStarted(Fact):
    """Process started at an access level (PRO-02). ``nup`` binds its number to the chain that begins here.

    ``filed_on`` is the date of filing of a process whose number was informed by hand (PRO-06).
    """

    number: ClassVar[int] = 1
    level: str
    legal_basis: str | None = None
    nup: str = ""
    grade: str | None = None
    filed_on: str | None = None

    def sentence(self) -> str:
        grade = f", grau {GRADE_NAMES[self.grade]}," if self.grade else ""
        filed = f" (autuado em {civil_day(self.filed_on)})" if self.filed_on else ""
        return f"Processo {LEVEL_NAMES[self.level]}{grade} gerado{filed}{in_parentheses(self.legal_basis)}"


@dataclass(frozen=True)
class ProcessNumberChanged(Fact):
    """Another number in the place of the one informed (PRO-06): from here on the chain is bound to ``current``."""

    number: ClassVar[int] = 128
    previous: str
    current: str

    def sentence(self) -> str:
        return f'Alterado número do processo de "{self.previous}" para "{self.current}"'


@dataclass(frozen=True)
class FilingDateChanged(Fact):
    """Another date of filing in the place of the one informed (PRO-06)."""

    number: ClassVar[int] = 129
    previous: str
    current: str

    def sentence(self) -> str:
        return (
            f'Alterada data de autuação do processo de "{civil_day(self.previous)}" para "{civil_day(self.current)}"'
        )


@dataclass(frozen=True)
class ProgressRecorded(Fact):
    """Free text (PRO-27)."""

    number: ClassVar[int] = 65
    text: str

    def sentence(self) -> str:
        return self.text


@dataclass(frozen=True)
class ProcessEdited(Fact):
    """Registration data changed (PRO-07); SEI keeps it in the audit only, we keep it here too."""

    summary: ClassVar[bool] = False
    fields: tuple[str, ...]

    def sentence(self) -> str:
        return "Alterados os dados do processo: " + ", ".join(self.fields)


@dataclass(frozen=True)
class ProcessTypeChanged(Fact):
    """Another type (PRO-07)."""

    number: ClassVar[int] = 126
    previous: str
    current: str

    def sentence(self) -> str:
        return f'Alterado tipo do processo de "{self.previous}" para "{self.current}"'


@dataclass(frozen=True)
class ProcessLevelChanged(Fact):
    """The process's own access level changed (PRO-08)."""

    number: ClassVar[int] = 105
    level: str
    legal_basis: str | None = None

    def sentence(self) -> str:
        return (
            f"Alterado nível de acesso do processo para {LEVEL_NAMES[self.level]}"
            f"{in_parentheses(self.legal_basis)}"
        )


@dataclass(frozen=True)
class LegalBasisChanged(Fact):
    """Same level, other law (PRO-09)."""

    number: ClassVar[int] = 107
    legal_basis: str

    def sentence(self) -> str:
        return f"Alterada hipótese legal do processo para {self.legal_basis}"


@dataclass(frozen=True)
class EffectiveLevelChanged(Fact):
    """The level of the whole process changed, by itself or by contamination (features.md §1.3)."""

    number: ClassVar[int] = 58
    level: str

    def sentence(self) -> str:
        return f"Alterado nível de acesso geral para {LEVEL_NAMES[self.level]}"


@dataclass(frozen=True)
class RemarkChanged(Fact):
    """The unit's own remark changed (PRO-11). The text stays with the unit."""

    summary: ClassVar[bool] = False

    def sentence(self) -> str:
        return "Alterada a observação da unidade"


@dataclass(frozen=True)
class ProcessDeleted(Fact):
    """The process is gone (PRO-15); SEI keeps it in the audit only. It is the last entry of its chain."""

    def sentence(self) -> str:
        return "Exclusão do processo"
