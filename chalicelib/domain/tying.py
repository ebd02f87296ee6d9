"""Relate processes laterally (PRO-13), annex one to another (PRO-17), lock and acknowledge one (PRO-24)."""

from dataclasses import replace
from datetime import datetime

from . import history
from .errors import NotFound, Refused
from .identity import Actor
from .process import Act, Change, Process, State, check_active, then, touch
from .secrecy import check_not_confidential
from .ties import Lock, Relation

#: A process is one item, read and written by every act: its ties must not make it heavy.
MAXIMUM_TIES = 100
ALREADY_ACKNOWLEDGED = "Você já deu ciência neste processo."


def check_other(process: Process, other: Process) -> None:
    """The second process of an act over two: another one, and not view only.

    Raises Refused ``same_process``, ``other_process_annexed``, ``other_process_locked``.
    """
    if other.id == process.id:
        raise Refused("same_process", "Informe outro processo: um processo não se liga a si mesmo.")
    if other.state is State.ANNEXED:
        raise Refused("other_process_annexed", f"O processo {other.nup} está anexado a outro.")
    if other.state is State.LOCKED:
        raise Refused("other_process_locked", f"O processo {other.nup} está bloqueado.")


def relate(process: Process, other: Process, actor: Actor, at: datetime) -> tuple[Change, Change]:
    """Tie both laterally; each goes its own way (PRO-13).

    Raises Refused: as ``touch`` and ``check_other``, ``confidential_not_tied``, ``already_related``,
    ``too_many_relations``.
    """
    change = touch(process, actor, at)
    check_not_confidential(process, other)
    check_other(process, other)
    if _relation(process, other.id):
        raise Refused("already_related", f"O processo {other.nup} já está relacionado a este.")
    for side in (process, other):
        if len(side.relations) >= MAXIMUM_TIES:
            message = f"O processo {side.nup} já tem {MAXIMUM_TIES} processos relacionados."
            raise Refused("too_many_relations", message)
    tie = Relation(other.id, actor.unit, actor.user, at)
    tied = replace(change.process, relations=(*process.relations, tie))
    here = then(change, tied, Act(actor.user, actor.unit, history.ProcessRelated(other.id, other.nup)))
    back = replace(other, relations=(*other.relations, replace(tie, process=process.id)))
    fact = history.ProcessRelated(process.id, process.nup)
    return here, Change(back, (Act(actor.user, actor.unit, fact),))


def unrelate(process: Process, other: Process, actor: Actor) -> tuple[Change, Change]:
    """Undo the tie, from either side; only the unit that made it (PRO-13).

    Raises NotFound ``relation_not_found``; Refused ``related_by_another_unit``, or as ``check_active`` of
    either when it is annexed or locked.
    """
    relation = _relation(process, other.id)
    if relation is None:
        raise NotFound("relation_not_found", "Este relacionamento não existe mais.")
    if relation.unit.id != actor.unit.id:
        message = (
            f"Só a unidade {relation.unit.acronym}, que relacionou os processos, desfaz o relacionamento."
        )
        raise Refused("related_by_another_unit", message)
    check_keeps_ties(process)
    check_keeps_ties(other)
    return _untied(process, other, actor), _untied(other, process, actor)


def check_keeps_ties(process: Process) -> None:
    """A suspended process may lose a relation, an annexed or locked one may not. Raises as ``check_active``."""
    if process.state is not State.SUSPENDED:
        check_active(process)


def _untied(process: Process, other: Process, actor: Actor) -> Change:
    left = tuple(relation for relation in process.relations if relation.process != other.id)
    fact = history.RelationRemoved(other.id, other.nup)
    return Change(replace(process, relations=left), (Act(actor.user, actor.unit, fact),))


def _relation(process: Process, other: str) -> Relation | None:
    return next((relation for relation in process.relations if relation.process == other), None)


def lock(process: Process, actor: Actor, reason: str, at: datetime) -> Change:
    """Make it view only (features.md §1.1). Raises Refused as ``check_active``."""
    check_active(process)
    locked = replace(process, state=State.LOCKED, lock=Lock(reason, actor.unit, actor.user, at))
    return Change(locked, (Act(actor.user, actor.unit, history.ProcessLocked(reason)),))


def unlock(process: Process, actor: Actor) -> Change:
    """Make it writable again. Raises Refused ``process_not_locked``."""
    if process.state is not State.LOCKED:
        raise Refused("process_not_locked", "O processo não está bloqueado.")
    free = replace(process, state=State.NORMAL, lock=None)
    return Change(free, (Act(actor.user, actor.unit, history.ProcessUnlocked()),))


def acknowledge(process: Process, actor: Actor, at: datetime, given: bool = False) -> Change:
    """Say to have read the process; once a person, and for good (PRO-24).

    Raises Refused: as ``touch``, ``already_acknowledged`` when ``given`` before.
    """
    change = touch(process, actor, at)
    if given:
        raise Refused("already_acknowledged", ALREADY_ACKNOWLEDGED)
    return then(change, change.process, Act(actor.user, actor.unit, history.ProcessAcknowledged()))
