"""What a unit keeps about a process for its own work: note, labels, deadline, phase (TRA-08, TRA-09, TRA-11, TRA-12).

It lies in the unit's presence, so that the inbox row shows it, and no other unit ever sees it. None of it enters
the process's history: what the unit did with labels, deadlines and checkpoints is remembered in its own log.
"""

from datetime import date, datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .organisation import Person


@dataclass(frozen=True, slots=True)
class Note:
    """The one note of a unit about a process (TRA-08); ``priority`` shows it first."""

    text: str
    priority: bool
    by: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class AttachedLabel:
    """A label on a process (TRA-09): which one, and what was written beside it. Name and colour are the label's."""

    label: str
    text: str
    by: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class UnitDeadline:
    """Until when the unit wants to be done (TRA-11); ``concluded_at`` once it is."""

    due: date
    by: Person
    at: datetime
    concluded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeadlineChange:
    """The last change of the deadline (TRA-11): what there was ``before``, for whoever made it to take it back."""

    by: Person
    before: UnitDeadline | None = None


@dataclass(frozen=True, slots=True)
class CheckpointMark:
    """The phase the process is in, in this unit (TRA-12)."""

    checkpoint: str
    by: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class ChecklistProgress:
    """How much of the unit's list for this process is done; the list itself lies apart (demands 1)."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Desk:
    """All of it."""

    note: Note | None = None
    labels: tuple[AttachedLabel, ...] = ()
    deadline: UnitDeadline | None = None
    checkpoint: CheckpointMark | None = None
    checklist: ChecklistProgress | None = None
    deadline_change: DeadlineChange | None = None

    def attached(self, label: str) -> AttachedLabel | None:
        """The label as it is on the process, None when it is not."""
        return next((each for each in self.labels if each.label == label), None)


EMPTY = Desk()


class DeskAct(StrEnum):
    """What the unit's own log tells, and what only moves its figures (the note leaves no trace, TRA-08)."""

    NOTE_CHANGED = "note_changed"
    LABEL_ADDED = "label_added"
    LABEL_CHANGED = "label_changed"
    LABEL_REMOVED = "label_removed"
    DEADLINE_SET = "deadline_set"
    DEADLINE_CONCLUDED = "deadline_concluded"
    DEADLINE_REMOVED = "deadline_removed"
    DEADLINE_UNDONE = "deadline_undone"
    CHECKPOINT_SET = "checkpoint_set"
    CHECKPOINT_REMOVED = "checkpoint_removed"
    CHECKLIST_EXTENDED = "checklist_extended"
    CHECKLIST_DONE = "checklist_done"
    CHECKLIST_UNDONE = "checklist_undone"
    CHECKLIST_DROPPED = "checklist_dropped"


SENTENCES: dict[DeskAct, str] = {
    DeskAct.LABEL_ADDED: "Marcador incluído: {name}",
    DeskAct.LABEL_CHANGED: "Texto do marcador alterado: {name}",
    DeskAct.LABEL_REMOVED: "Marcador retirado: {name}",
    DeskAct.DEADLINE_SET: "Prazo definido para {name}",
    DeskAct.DEADLINE_CONCLUDED: "Prazo de {name} concluído",
    DeskAct.DEADLINE_REMOVED: "Prazo de {name} retirado",
    DeskAct.DEADLINE_UNDONE: "Mudança do prazo desfeita: {name}",
    DeskAct.CHECKPOINT_SET: "Ponto de controle: {name}",
    DeskAct.CHECKPOINT_REMOVED: "Ponto de controle retirado: {name}",
    DeskAct.CHECKLIST_EXTENDED: "Incluído na lista de verificação: {name}",
    DeskAct.CHECKLIST_DONE: "Feito: {name}",
    DeskAct.CHECKLIST_UNDONE: "Desmarcado da lista de verificação: {name}",
    DeskAct.CHECKLIST_DROPPED: "Retirado da lista de verificação: {name}",
}


@dataclass(frozen=True, slots=True)
class DeskEntry:
    """One line of a unit's own log about a process; ``name`` as it was called then."""

    process: str
    unit: str
    act: DeskAct
    by: Person
    at: datetime
    name: str = ""
    text: str = ""

    @property
    def shown(self) -> bool:
        """Whether the log shows it."""
        return self.act in SENTENCES

    def sentence(self) -> str:
        """What a user reads."""
        told = SENTENCES[self.act].format(name=self.name)
        return f"{told} ({self.text})" if self.text else told
