"""What a process is tied to: related and annexed ones, the main one, why it stands still, who acknowledged it."""

from collections.abc import Mapping, Sequence

from chalicelib.application.authorisation import process_resource, subject
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.process import Process
from chalicelib.domain.ties import Acknowledgement
from chalicelib.domain.value import dataclass

from .see import visible_process


@dataclass(frozen=True, slots=True)
class Ties:
    """The process, those of its ties that the actor may see (by id), and who acknowledged it."""

    process: Process
    others: Mapping[str, Process]
    acknowledgements: Sequence[Acknowledgement]


def read_ties(ports: Ports, actor: Actor, process_id: str) -> Ties:
    """Ties to a process that is invisible to the actor are left out. Raises NotFound, Forbidden."""
    process = visible_process(ports, actor, process_id)
    wanted = list(dict.fromkeys(_tied(process)))
    found = ports.reader.get(*(ProcessKey(identifier) for identifier in wanted)) if wanted else ()
    who = subject(actor)
    others = {
        other.id: other
        for other in found
        if other and decide(who, Action.PROCESS_SEE, process_resource(other)).allowed
    }
    return Ties(process, others, ports.reader.acknowledgements(process.id))


def _tied(process: Process) -> list[str]:
    linked = process.suspension.linked if process.suspension else None
    main = process.annexed_to.process if process.annexed_to else None
    beside = [tie.process for tie in process.relations] + [tie.process for tie in process.annexes]
    return [*beside, *(each for each in (linked, main) if each)]
