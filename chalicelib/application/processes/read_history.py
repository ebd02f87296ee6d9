"""Consultar andamento: a page of the history, newest first (PRO-27)."""

from chalicelib.application.ports import Page, Ports
from chalicelib.domain.identity import Actor

from .see import visible_process


def read_history(ports: Ports, actor: Actor, process_id: str, cursor: str | None, summary: bool) -> Page:
    """A page of ``Entry``; ``summary`` leaves the minor ones out. Raises NotFound, InvalidRequest."""
    process = visible_process(ports, actor, process_id)
    return ports.reader.history(process.id, cursor, summary)
