"""A flow: the path that processes of a type take, step by step (architecture §8.3).

A step is one of four things, told by what it has: branches that run side by side and join, a choice made by a form's
field, a decision that a person makes (more than one way out), or plain work. Steps follow one another by name; a way
that leads nowhere ends the flow, or the branch it stands in.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from chalicelib.domain.value import dataclass

OTHERS = "*"


class Role(StrEnum):
    """A unit told by its part in the process, not by name."""

    STARTER = "starter"
    SUPERIOR = "superior"


class StepKind(StrEnum):
    """What happens at a step."""

    WORK = "work"
    DECISION = "decision"
    CHOICE = "choice"
    PARALLEL = "parallel"


class Comparison(StrEnum):
    """How what a field says is compared with a way's value."""

    EQUAL = "equal"
    ABOVE = "above"
    BELOW = "below"
    FROM = "from"
    UP_TO = "up_to"
    CONTAINS = "contains"


#: As they are written in a flow's text, and read on the screen with underscores as spaces.
COMPARISON_WORDS: Mapping[str, Comparison] = {
    "valor": Comparison.EQUAL,
    "maior_que": Comparison.ABOVE,
    "menor_que": Comparison.BELOW,
    "a_partir_de": Comparison.FROM,
    "ate": Comparison.UP_TO,
    "contem": Comparison.CONTAINS,
}
COMPARISON_NAMES: Mapping[Comparison, str] = {
    Comparison.EQUAL: "",
    Comparison.ABOVE: "maior que ",
    Comparison.BELOW: "menor que ",
    Comparison.FROM: "a partir de ",
    Comparison.UP_TO: "até ",
    Comparison.CONTAINS: "contém ",
}


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of a step: ``to`` names the next one, None is the end. ``value`` is what the field is compared with."""

    to: str | None
    label: str = ""
    value: str = ""
    comparison: Comparison = Comparison.EQUAL

    @property
    def name(self) -> str:
        """As a reader sees it; empty for the only way out of a step."""
        if self.value == OTHERS:
            return "outros casos"
        return self.label or (f"{COMPARISON_NAMES[self.comparison]}{self.value}" if self.value else "")


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """Which field of which form decides."""

    document: str
    field: str


@dataclass(frozen=True, slots=True)
class Branch:
    """Steps beside others."""

    name: str
    steps: tuple["Step", ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``days`` are business days; when they are over and it ``escalates``, the superior unit gets it too.

    ``document``: a type of which one must be signed, or filed, before the step is completed.
    """

    id: str
    name: str
    ways: tuple[Way, ...]
    unit: str | None = None
    role: Role | None = None
    days: int | None = None
    escalates: bool = False
    document: str | None = None
    choice: FieldChoice | None = None
    branches: tuple[Branch, ...] = ()

    @property
    def kind(self) -> StepKind:
        """By what it has."""
        if self.branches:
            return StepKind.PARALLEL
        if self.choice:
            return StepKind.CHOICE
        return StepKind.DECISION if len(self.ways) > 1 else StepKind.WORK


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow; ``version`` is given when it is published. ``free_routing``: units may send by hand besides."""

    code: str
    name: str
    description: str
    process_type: str
    free_routing: bool
    steps: tuple[Step, ...]
    version: int = 0

    def step(self, identifier: str) -> Step:
        """A step by its name, in whatever branch. Raises KeyError."""
        return self.index()[identifier]

    def index(self) -> Mapping[str, Step]:
        """Every step by its name."""
        return {step.id: step for step in walk(self.steps)}


def walk(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Every step in the order of reading, those of branches after the step that opens them."""
    for step in steps:
        yield step
        for branch in step.branches:
            yield from walk(branch.steps)


def sequences(flow: Flow) -> Iterator[tuple[Step, ...]]:
    """The flow's own steps, then each branch's: ways lead only within one of them."""
    yield flow.steps
    for step in walk(flow.steps):
        for branch in step.branches:
            yield branch.steps
