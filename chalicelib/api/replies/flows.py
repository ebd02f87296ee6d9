"""Flows, and how a process stands in one."""

from typing import Literal

from typing_extensions import TypedDict

from .named import Named, Person, UnitName


class FlowMoved(TypedDict):
    """Como ficou o fluxo depois do ato"""

    version: int
    state: Literal["running", "paused", "finished", "cancelled"]


class FlowPublished(TypedDict):
    """A versão publicada"""

    code: str
    version: int


class FlowChecked(TypedDict):
    """O que o texto de um fluxo diz"""

    code: str
    name: str
    steps: list[str]


class FlowOffer(TypedDict):
    """Um fluxo que o processo pode seguir"""

    code: str
    name: str
    description: str
    version: int


class FlowWithdrawal(TypedDict):
    """Quem retirou o fluxo, e por quê"""

    by: Person
    at: str
    reason: str


class FlowCardStep(TypedDict):
    """Uma etapa em que alguém trabalha"""

    step: str
    name: str


class FlowCard(TypedDict):
    """Um fluxo publicado, na versão mais nova"""

    code: str
    name: str
    description: str
    version: int
    process_type: Named
    free_routing: bool
    steps: list[FlowCardStep]
    text: str
    by: Person
    at: str
    withdrawn: FlowWithdrawal | None


class Flows(TypedDict):
    """Os fluxos publicados"""

    items: list[FlowCard]


class WayOut(TypedDict):
    """Uma resposta possível"""

    way: int
    label: str


class StepView(TypedDict):
    """Uma etapa do fluxo, como está na última vez em que se chegou a ela"""

    step: str
    at: str | None
    name: str
    kind: Literal["work", "decision", "choice", "parallel"]
    branch: str | None
    state: Literal["to_come", "open", "done", "skipped", "cancelled", "not_needed"]
    times: int
    unit: UnitName | None
    escalated_to: UnitName | None
    due: str | None
    overdue: bool
    document: str | None
    document_number: str | None
    began_at: str | None
    ended_at: str | None
    by: Person | None
    answer: str | None
    note: str
    ways: list[WayOut]
    can_complete: bool
    can_skip: bool


class FlowRunView(TypedDict):
    """O fluxo que o processo segue ou seguiu"""

    id: str
    code: str
    name: str
    version: int
    state: Literal["running", "paused", "finished", "cancelled"]
    free_routing: bool
    unit: UnitName
    by: Person
    started_at: str
    ended_at: str | None
    reason: str
    done: int
    total: int
    steps: list[StepView]


class FlowProgressView(TypedDict):
    """O fluxo do processo e o que se pode fazer nele"""

    run: FlowRunView | None
    offers: list[FlowOffer]
    can_start: bool
    can_hold: bool
    can_cancel: bool
