"""The map of a process: who has it, since when, what is awaited, and the way it went (TRA-01 … TRA-03)."""

from collections.abc import Mapping
from datetime import datetime

from chalicelib.application.ports import Ports
from chalicelib.application.processes.see import visible_process
from chalicelib.domain.identity import Actor
from chalicelib.domain.mail import Mail
from chalicelib.domain.path import Path, path_of
from chalicelib.domain.value import dataclass

#: More would neither be read nor drawn; the history has them all.
MAXIMUM_ROUTINGS = 1000


@dataclass(frozen=True, slots=True)
class PathView:
    """``notices`` by the sending they tell of, those of the actor's own unit only.

    Not ``complete``: there were too many sendings, and the path has only those that wait for something.
    """

    path: Path
    notices: Mapping[str, Mail]
    complete: bool
    at: datetime


def read_path(ports: Ports, actor: Actor, process_id: str) -> PathView:
    """Raises NotFound (absent or invisible), Forbidden."""
    process = visible_process(ports, actor, process_id)
    routings = ports.reader.routings(process.id, MAXIMUM_ROUTINGS + 1)
    complete = len(routings) <= MAXIMUM_ROUTINGS
    path = path_of(process, routings if complete else process.routings)
    mails = ports.reader.mails(process.id)
    notices = {mail.id: mail for mail in mails if mail.document is None and mail.unit.id == actor.unit.id}
    return PathView(path, notices, complete, ports.now())
