"""What a spreadsheet would change, row by row, without changing it (issue 5 §6, §7)."""

from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor

from .examine import examined
from .report import Examination


def check_import(ports: Ports, actor: Actor, table: str, data: bytes) -> Examination:
    """Writes nothing. Raises as ``examined``."""
    return examined(ports, actor, table, data)
