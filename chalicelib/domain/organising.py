"""What a unit does to keep its own processes in order (TRA-08, TRA-09, TRA-11, TRA-12).

Each act receives the process first, as any act of a unit does, and answers with the change and the line of the
unit's log. None leaves an entry in the process's history, which every unit reads.
"""

from dataclasses import replace
from datetime import date, datetime

from chalicelib.domain.value import dataclass

from .arrangement import Arrangement
from .desk import AttachedLabel, CheckpointMark, DeadlineChange, Desk, DeskAct, DeskEntry, Note, UnitDeadline
from .errors import Conflict, FieldError, InvalidRequest, NotFound, Refused
from .identity import Actor
from .process import Change, Process, then, touch, with_presence

MAXIMUM_TEXT = 500
MAXIMUM_LABELS_ON_PROCESS = 20


@dataclass(frozen=True, slots=True)
class Organised:
    """The process after the act, and what the unit's log says of it."""

    change: Change
    entries: tuple[DeskEntry, ...]


def check_note(process: Process, actor: Actor, expected: datetime | None) -> None:
    """Two colleagues do not overwrite each other unseen: ``expected`` is when the note that was shown was written.

    Raises Conflict ``note_changed``.
    """
    presence = process.presence(actor.unit.id)
    note = presence.desk.note if presence else None
    if (note.at if note else None) != expected:
        now = f"{note.by.name} escreveu outra" if note else "ela foi retirada"
        raise Conflict("note_changed", f"A anotação mudou enquanto você escrevia: {now}. Atualize a página.")


def write_note(process: Process, actor: Actor, text: str, priority: bool, at: datetime) -> Organised:
    """Write the unit's note, or remove it with an empty text (TRA-08).

    Raises Refused as ``touch`` or ``nothing_changed``; InvalidRequest ``text``: ``text_too_long``.
    """
    change, desk = _opened(process, actor, at)
    _check_text(text)
    before = (desk.note.text, desk.note.priority) if desk.note else ("", False)
    if before == (text, priority and bool(text)):
        raise Refused("nothing_changed", "Nada foi alterado.")
    note = Note(text, priority, actor.user, at) if text else None
    return _done(change, actor, replace(desk, note=note), _entry(process, actor, DeskAct.NOTE_CHANGED, at))


def attach_label(
    process: Process, actor: Actor, arrangement: Arrangement, label_id: str, text: str, at: datetime
) -> Organised:
    """Put a label on the process, or change what is written beside it (TRA-09).

    Raises Refused as ``touch``, ``label_attached`` when it is there with this text, ``too_many_labels_here``;
    NotFound ``label_not_found``; InvalidRequest ``text``: ``text_too_long``.
    """
    change, desk = _opened(process, actor, at)
    _check_text(text)
    label, there = arrangement.label(label_id), desk.attached(label_id)
    if there and there.text == text:
        raise Refused("label_attached", f"O processo já tem o marcador {label.name}.")
    if not there and len(desk.labels) >= MAXIMUM_LABELS_ON_PROCESS:
        message = f"O processo já tem {MAXIMUM_LABELS_ON_PROCESS} marcadores nesta unidade."
        raise Refused("too_many_labels_here", message)
    attached = AttachedLabel(label_id, text, actor.user, at)
    kept = tuple(attached if each.label == label_id else each for each in desk.labels)
    act = DeskAct.LABEL_CHANGED if there else DeskAct.LABEL_ADDED
    entry = _entry(process, actor, act, at, label.name, text)
    return _done(change, actor, replace(desk, labels=kept if there else (*kept, attached)), entry)


def detach_label(
    process: Process, actor: Actor, arrangement: Arrangement, label_id: str, at: datetime
) -> Organised:
    """Take a label off (TRA-09). Raises Refused as ``touch`` or ``label_not_attached``."""
    change, desk = _opened(process, actor, at)
    there = desk.attached(label_id)
    if not there:
        raise Refused("label_not_attached", "O processo não tem este marcador.")
    kept = tuple(each for each in desk.labels if each.label != label_id)
    entry = _entry(process, actor, DeskAct.LABEL_REMOVED, at, arrangement.label(label_id).name, there.text)
    return _done(change, actor, replace(desk, labels=kept), entry)


def move_label(
    process: Process,
    actor: Actor,
    arrangement: Arrangement,
    origin: str | None,
    destination: str | None,
    at: datetime,
) -> Organised:
    """From one column of the board to another; None is the column of those without a label (TRA-09).

    What was written beside the label goes along. Raises as ``detach_label`` and ``attach_label``;
    Refused ``nothing_changed``.
    """
    if origin == destination:
        raise Refused("nothing_changed", "Nada foi alterado.")
    change, desk = _opened(process, actor, at)
    there = desk.attached(origin) if origin else None
    taken = Organised(change, ())
    if origin:
        taken = _after(taken, detach_label(change.process, actor, arrangement, origin, at))
    if destination and not desk.attached(destination):
        text = there.text if there else ""
        taken = _after(taken, attach_label(taken.change.process, actor, arrangement, destination, text, at))
    return taken


def set_deadline(process: Process, actor: Actor, due: date, at: datetime) -> Organised:
    """Define or change the unit's deadline (TRA-11). Raises Refused as ``touch`` or ``nothing_changed``."""
    change, desk = _opened(process, actor, at)
    if desk.deadline and desk.deadline.due == due and desk.deadline.concluded_at is None:
        raise Refused("nothing_changed", "Nada foi alterado.")
    deadline = UnitDeadline(due, actor.user, at)
    entry = _entry(process, actor, DeskAct.DEADLINE_SET, at, _day(due))
    return _done(change, actor, _with_deadline(desk, actor, deadline), entry)


def conclude_deadline(process: Process, actor: Actor, at: datetime) -> Organised:
    """What was due is done (TRA-11). Raises Refused as ``touch``, ``deadline_concluded``, ``no_deadline``."""
    change, desk = _opened(process, actor, at)
    deadline = _deadline(desk)
    if deadline.concluded_at:
        raise Refused("deadline_concluded", "O prazo já foi concluído.")
    done = replace(deadline, concluded_at=at)
    entry = _entry(process, actor, DeskAct.DEADLINE_CONCLUDED, at, _day(deadline.due))
    return _done(change, actor, _with_deadline(desk, actor, done), entry)


def remove_deadline(process: Process, actor: Actor, at: datetime) -> Organised:
    """No deadline any more (TRA-11). Raises Refused as ``touch``, ``no_deadline``."""
    change, desk = _opened(process, actor, at)
    entry = _entry(process, actor, DeskAct.DEADLINE_REMOVED, at, _day(_deadline(desk).due))
    return _done(change, actor, _with_deadline(desk, actor, None), entry)


def undo_deadline(process: Process, actor: Actor, at: datetime) -> Organised:
    """The deadline is again as it was before one's own last change of it, be its day past or not (TRA-11).

    Raises Refused as ``touch``, ``deadline_of_another`` when somebody else changed it since; NotFound
    ``deadline_change_not_found``.
    """
    change, desk = _opened(process, actor, at)
    last = desk.deadline_change
    if last is None:
        raise NotFound("deadline_change_not_found", "Não há mudança do prazo a desfazer.")
    if last.by.id != actor.user.id:
        raise Refused(
            "deadline_of_another", f"{last.by.name} mudou o prazo depois de você. Atualize a página."
        )
    entry = _entry(process, actor, DeskAct.DEADLINE_UNDONE, at, _told(last.before))
    return _done(change, actor, replace(desk, deadline=last.before, deadline_change=None), entry)


def set_checkpoint(
    process: Process, actor: Actor, arrangement: Arrangement, checkpoint_id: str, at: datetime
) -> Organised:
    """Say which phase the process is in (TRA-12). Raises Refused as ``touch`` or ``nothing_changed``; NotFound."""
    change, desk = _opened(process, actor, at)
    checkpoint = arrangement.checkpoint(checkpoint_id)
    if desk.checkpoint and desk.checkpoint.checkpoint == checkpoint_id:
        raise Refused("nothing_changed", "Nada foi alterado.")
    mark = CheckpointMark(checkpoint_id, actor.user, at)
    entry = _entry(process, actor, DeskAct.CHECKPOINT_SET, at, checkpoint.name)
    return _done(change, actor, replace(desk, checkpoint=mark), entry)


def remove_checkpoint(process: Process, actor: Actor, arrangement: Arrangement, at: datetime) -> Organised:
    """In no phase any more (TRA-12). Raises Refused as ``touch`` or ``nothing_changed``."""
    change, desk = _opened(process, actor, at)
    if desk.checkpoint is None:
        raise Refused("nothing_changed", "Nada foi alterado.")
    name = arrangement.checkpoint(desk.checkpoint.checkpoint).name
    entry = _entry(process, actor, DeskAct.CHECKPOINT_REMOVED, at, name)
    return _done(change, actor, replace(desk, checkpoint=None), entry)


def _opened(process: Process, actor: Actor, at: datetime) -> tuple[Change, Desk]:
    change = touch(process, actor, at)
    return change, change.process.presences[actor.unit.id].desk


def _after(first: Organised, second: Organised) -> Organised:
    """Two acts as one: what the second changed comes after what the first did."""
    change = then(first.change, second.change.process, *second.change.acts, routings=second.change.routings)
    return Organised(change, (*first.entries, *second.entries))


def _done(change: Change, actor: Actor, desk: Desk, *entries: DeskEntry) -> Organised:
    presence = replace(change.process.presences[actor.unit.id], desk=desk)
    return Organised(then(change, with_presence(change.process, presence)), entries)


def _entry(
    process: Process, actor: Actor, act: DeskAct, at: datetime, name: str = "", text: str = ""
) -> DeskEntry:
    return DeskEntry(process.id, actor.unit.id, act, actor.user, at, name, text)


def _deadline(desk: Desk) -> UnitDeadline:
    if desk.deadline is None:
        raise Refused("no_deadline", "O processo não tem prazo nesta unidade.")
    return desk.deadline


def _with_deadline(desk: Desk, actor: Actor, deadline: UnitDeadline | None) -> Desk:
    return replace(desk, deadline=deadline, deadline_change=DeadlineChange(actor.user, desk.deadline))


def _told(deadline: UnitDeadline | None) -> str:
    if deadline is None:
        return "sem prazo"
    return f"{_day(deadline.due)}, concluído" if deadline.concluded_at else _day(deadline.due)


def _check_text(text: str) -> None:
    if len(text) > MAXIMUM_TEXT:
        message = f"O texto tem mais de {MAXIMUM_TEXT} caracteres."
        raise InvalidRequest(FieldError("text", "text_too_long", message))


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
