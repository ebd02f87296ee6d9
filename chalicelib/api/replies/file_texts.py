"""What the API answers about the text of files."""

from typing import Literal

from typing_extensions import TypedDict

ExtractionStateName = Literal["absent", "waiting", "done", "empty", "failed"]


class ExtractionReason(TypedDict):
    """Por que não há texto"""

    code: str
    message: str


class RecognitionProgress(TypedDict):
    """Quantas das páginas sem texto já foram lidas da imagem; ``seconds_left`` é uma estimativa"""

    pages: int
    read: int
    seconds_left: int | None


class FileText(TypedDict):
    """O texto de um arquivo; ``url`` vale por um minuto, e nele as páginas são separadas por quebras (form feed)"""

    state: ExtractionStateName
    reason: ExtractionReason | None
    pages: int
    recognized: int
    unread: int
    recognition: RecognitionProgress | None
    may_ask: bool
    url: str | None
    expires_at: str | None


class ExtractionAsked(TypedDict):
    """Em que pé ficou a extração"""

    state: ExtractionStateName
