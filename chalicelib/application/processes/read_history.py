"""Consultar andamento: a page of the history, newest first, narrowed as one wishes (PRO-27)."""

from chalicelib.application.ports import Page, Ports
from chalicelib.domain.history_reading import HistoryFilter
from chalicelib.domain.identity import Actor

from .see import visible_process


def read_history(
    ports: Ports, actor: Actor, process_id: str, cursor: str | None, wanted: HistoryFilter
) -> Page:
    """A page of ``Entry``. Raises NotFound, InvalidRequest."""
    process = visible_process(ports, actor, process_id)
    return ports.reader.history(process.id, cursor, wanted)
