"""What the unit keeps about a process, and its own log of it (TRA-08, TRA-09, TRA-11, TRA-12)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports
from chalicelib.application.references import ArrangementKey, ChecklistKey, ProcessKey
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.checklist import Checklist
from chalicelib.domain.desk import Desk, DeskEntry
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class DeskView:
    """``log`` is newest first, without what leaves no trace."""

    desk: Desk
    arrangement: Arrangement
    checklist: Checklist
    log: Sequence[DeskEntry]


def read_desk(ports: Ports, actor: Actor, process_id: str) -> DeskView:
    """Two reads. What other units keep is theirs alone. Raises NotFound, Forbidden."""
    found, kept, listed = ports.reader.get(
        ProcessKey(process_id), ArrangementKey(actor.unit.id), ChecklistKey(actor.unit.id, process_id)
    )
    process = allow_on_process(actor, Action.PROCESS_SEE, found)
    presence = process.presence(actor.unit.id)
    log = [entry for entry in ports.reader.desk_log(process_id, actor.unit.id) if entry.shown]
    return DeskView(
        presence.desk if presence else Desk(),
        kept or Arrangement(actor.unit.id),
        listed or Checklist(actor.unit, process_id),
        log,
    )
