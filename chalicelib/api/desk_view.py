"""What a unit keeps about a process, as the API shows it; names and colours are the arrangement's of now."""

from datetime import date
from typing import Any

from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.checklist import Checklist
from chalicelib.domain.deadline import status
from chalicelib.domain.desk import (
    AttachedLabel,
    ChecklistProgress,
    CheckpointMark,
    Desk,
    DeskEntry,
    Note,
    UnitDeadline,
)

from . import presenting


def desk(kept: Desk, arranged: Arrangement, today: date) -> dict[str, Any]:
    """Note, labels, deadline and checkpoint."""
    names = {label.id: label for label in arranged.labels}
    return {
        "note": _note(kept.note),
        "labels": [_label(each, names) for each in kept.labels if each.label in names],
        "deadline": _deadline(kept.deadline, today),
        "checkpoint": _checkpoint(kept.checkpoint, arranged),
        "checklist": _progress(kept.checklist),
    }


def checklist(kept: Checklist) -> list[dict[str, Any]]:
    """What the unit has to see to."""
    return [
        {"id": item.id, "text": item.text, "by": presenting.person(item.by), "at": presenting.instant(item.at)}
        for item in kept.items
    ]


def entry(item: DeskEntry) -> dict[str, Any]:
    """A line of the unit's own log."""
    return {
        "at": presenting.instant(item.at),
        "by": presenting.person(item.by),
        "act": item.act.value,
        "sentence": item.sentence(),
    }


def arrangement(kept: Arrangement) -> dict[str, Any]:
    """Labels, checkpoints and board of a unit."""
    return {
        "labels": [
            {
                "id": label.id,
                "name": label.name,
                "colour": label.colour.value,
                "active": label.active,
                "used": label.used,
            }
            for label in kept.labels
        ],
        "checkpoints": [
            {"id": each.id, "name": each.name, "active": each.active, "used": each.used}
            for each in kept.checkpoints
        ],
        "board": {"by": kept.board.by.value, "columns": list(kept.board.columns)},
    }


def _progress(progress: ChecklistProgress | None) -> dict[str, int] | None:
    return {"done": progress.done, "total": progress.total} if progress else None


def _note(note: Note | None) -> dict[str, Any] | None:
    if note is None:
        return None
    signed = {"by": presenting.person(note.by), "at": presenting.instant(note.at)}
    return {"text": note.text, "priority": note.priority, **signed}


def _label(attached: AttachedLabel, names: dict[str, Any]) -> dict[str, Any]:
    label = names[attached.label]
    return {
        "id": label.id,
        "name": label.name,
        "colour": label.colour.value,
        "text": attached.text,
        "by": presenting.person(attached.by),
        "at": presenting.instant(attached.at),
    }


def _deadline(deadline: UnitDeadline | None, today: date) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {
        "due": deadline.due.isoformat(),
        "status": "concluded" if deadline.concluded_at else status(deadline.due, today).value,
        "by": presenting.person(deadline.by),
        "at": presenting.instant(deadline.at),
    }


def _checkpoint(mark: CheckpointMark | None, arranged: Arrangement) -> dict[str, Any] | None:
    found = next((each for each in arranged.checkpoints if mark and each.id == mark.checkpoint), None)
    if mark is None or found is None:
        return None
    signed = {"by": presenting.person(mark.by), "at": presenting.instant(mark.at)}
    return {"id": found.id, "name": found.name, **signed}
