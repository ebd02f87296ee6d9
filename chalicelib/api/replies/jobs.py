"""Jobs: work that outlives a request."""

from typing import Literal

from typing_extensions import TypedDict

from .named import UnitName

JobStateName = Literal["waiting", "running", "done", "failed", "cancelled"]
ItemStateName = Literal["waiting", "done", "failed", "left_out"]


class JobStarted(TypedDict):
    """O trabalho pedido"""

    job: str


class JobEnd(TypedDict):
    """Como ficou o trabalho"""

    state: JobStateName


class JobFileName(TypedDict):
    """O arquivo que o trabalho fez"""

    name: str
    size: int
    media_type: str


class JobRow(TypedDict):
    """Um trabalho na lista"""

    id: str
    kind: str
    title: str
    state: JobStateName
    message: str
    unit: UnitName
    process: str | None
    stoppable: bool
    total: int
    created_at: str
    ended_at: str | None
    file: JobFileName | None


class Jobs(TypedDict):
    """Uma página dos trabalhos de quem pede"""

    items: list[JobRow]
    next_cursor: str | None


class JobProgress(TypedDict):
    """Quanto já foi feito, e quanto falta em segundos, por estimativa"""

    total: int
    done: int
    failed: int
    left_out: int
    closing: int
    closing_total: int
    seconds_left: int | None


class JobItem(TypedDict):
    """Um item e o que foi feito dele; ``document`` é o documento que dele resultou"""

    label: str
    state: ItemStateName
    code: str | None
    message: str
    document: str | None


class Job(JobRow):
    """Um trabalho, em que pé está e uma página dos seus itens"""

    progress: JobProgress
    items: list[JobItem]
    next: int | None
