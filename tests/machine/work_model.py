"""What units keep, tie and show, in lines that share nothing with the product: notes, labels, deadlines, phases,
follow-ups and favourites (TRA-08 to TRA-12, PRO-22), relations and acknowledgements (PRO-13, PRO-24), returns extended
or given up (TRA-03), and blocks (BLO-02, BLO-06, BLO-07)."""

from dataclasses import dataclass, field, replace

from .model import HOME, OTHER, Model

LABELS = ("urgente", "vistoria")
PHASES = ("analise", "decisao")
BLOCKS = ("internal", "meeting")


@dataclass
class Kept:
    """What one unit keeps about one process; ``due``: (which date, concluded); ``undoable``: the one before its last
    change, if that may be undone.
    """

    note: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    due: tuple[int, bool] | None = None
    phase: str | None = None
    undoable: tuple[tuple[int, bool] | None, ...] = ()


@dataclass
class Shelf:
    """A block of HOME, the meeting one meant for OTHER."""

    state: str = "generated"
    items: list[int] = field(default_factory=list)

    @property
    def at_home(self) -> bool:
        return self.state in ("generated", "returned")


@dataclass
class Work:
    """Everything beside the routing of two processes. Each act answers whether it is done."""

    models: list[Model]
    kept: dict[tuple[int, str], Kept] = field(default_factory=dict)
    related_by: str | None = None
    read_by: set[tuple[int, str]] = field(default_factory=set)
    followed: set[tuple[int, str]] = field(default_factory=set)
    favourites: set[tuple[int, str]] = field(default_factory=set)
    blocks: dict[str, Shelf] = field(default_factory=lambda: {kind: Shelf() for kind in BLOCKS})

    def shown(self, which: int, unit: str) -> bool:
        """Whether the meeting block shows the process to the unit, with its drafts."""
        meeting = self.blocks["meeting"]
        return unit == OTHER and meeting.state == "shared" and which in meeting.items

    def desk(self, which: int, unit: str) -> Kept:
        """A unit that lost the process to an undone sending lost what it kept, too."""
        if unit not in self.models[which].units:
            self.kept.pop((which, unit), None)
        return self.kept.get((which, unit)) or Kept()

    def _keep(self, which: int, unit: str, after: Kept) -> bool:
        if not self.models[which].holds(unit) or after == self.desk(which, unit):
            return False
        self.models[which]._touch(unit)
        self.kept[which, unit] = after
        return True

    def note(self, which: int, unit: str, value: int) -> bool:
        text = ("", "Ligar", "Aguardar")[value % 3]
        return self._keep(which, unit, replace(self.desk(which, unit), note=text))

    def label(self, which: int, unit: str, value: int) -> bool:
        before, text = self.desk(which, unit), ("", "Lote 7")[value // 2 % 2]
        labels = before.labels | {LABELS[value % 2]: text}
        return self._keep(which, unit, replace(before, labels=labels))

    def unlabel(self, which: int, unit: str, value: int) -> bool:
        before = self.desk(which, unit)
        left = {name: text for name, text in before.labels.items() if name != LABELS[value % 2]}
        return self._keep(which, unit, replace(before, labels=left))

    def deadline(self, which: int, unit: str, value: int) -> bool:
        return self._due(which, unit, (value % 3, False))

    def conclude_deadline(self, which: int, unit: str, value: int) -> bool:
        due = self.desk(which, unit).due
        return due is not None and self._due(which, unit, (due[0], True))

    def remove_deadline(self, which: int, unit: str, value: int) -> bool:
        return self._due(which, unit, None)

    def undo_deadline(self, which: int, unit: str, value: int) -> bool:
        before = self.desk(which, unit)
        if not before.undoable:
            return False
        return self._keep(which, unit, replace(before, due=before.undoable[0], undoable=()))

    def _due(self, which: int, unit: str, due: tuple[int, bool] | None) -> bool:
        before = self.desk(which, unit)
        if due == before.due:
            return False
        return self._keep(which, unit, replace(before, due=due, undoable=(before.due,)))

    def checkpoint(self, which: int, unit: str, value: int) -> bool:
        return self._keep(which, unit, replace(self.desk(which, unit), phase=(None, *PHASES)[value % 3]))

    def follow(self, which: int, unit: str, value: int) -> bool:
        return self._new(self.followed, (which, unit))

    def unfollow(self, which: int, unit: str, value: int) -> bool:
        return self._gone(self.followed, (which, unit))

    def favourite(self, which: int, unit: str, value: int) -> bool:
        self.favourites.add((which, unit))
        return True

    def unfavourite(self, which: int, unit: str, value: int) -> bool:
        return self._gone(self.favourites, (which, unit))

    @staticmethod
    def _new(where: set[tuple[int, str]], what: tuple[int, str]) -> bool:
        fresh = what not in where
        where.add(what)
        return fresh

    @staticmethod
    def _gone(where: set[tuple[int, str]], what: tuple[int, str]) -> bool:
        there = what in where
        where.discard(what)
        return there

    def acknowledge(self, which: int, unit: str, value: int) -> bool:
        if not self.models[which].holds(unit) or (which, unit) in self.read_by:
            return False
        self.models[which]._touch(unit)
        self.models[which].entries += 1
        self.read_by.add((which, unit))
        return True

    def relate(self, which: int, unit: str, value: int) -> bool:
        model, other = self.models[which], self.models[1 - which]
        if not model.holds(unit) or other.state in ("annexed", "locked") or self.related_by:
            return False
        model._touch(unit)
        self.related_by = unit
        return self._both_told()

    def unrelate(self, which: int, unit: str, value: int) -> bool:
        if unit not in self.models[which].units or self.related_by != unit:
            return False
        if any(model.state in ("annexed", "locked") for model in self.models):
            return False
        self.related_by = None
        return self._both_told()

    def _both_told(self) -> bool:
        for model in self.models:
            model.entries += 1
        return True

    def withdraw_return(self, which: int, unit: str, value: int) -> bool:
        model = self.models[which]
        asked = [each for each in model.pending if each.awaited and each.origin == unit]
        if model.state != "normal" or not asked:
            return False
        asked[-1].awaited = False
        self._heard(model, unit)
        model.pending = [each for each in model.pending if each.awaited or not each.received]
        model.entries += 1
        return True

    def extend_return(self, which: int, unit: str, value: int) -> bool:
        model = self.models[which]
        if model.state != "normal" or not any(each.awaited and each.origin == unit for each in model.pending):
            return False
        self._heard(model, unit)
        model.entries += 1
        return True

    @staticmethod
    def _heard(model: Model, unit: str) -> None:
        """Who asked may have concluded it since; where it is open, acting on it receives it."""
        if model.units[unit].open:
            model._touch(unit)

    def include(self, which: int, unit: str, value: int) -> bool:
        block = self.blocks[BLOCKS[value % 2]]
        if unit != HOME or not block.at_home or which in block.items or not self.models[which].holds(HOME):
            return False
        block.items.append(which)
        self.models[which].entries += 1
        return True

    def take_out(self, which: int, unit: str, value: int) -> bool:
        block = self.blocks[BLOCKS[value % 2]]
        if unit != HOME or not block.at_home or which not in block.items:
            return False
        block.items.remove(which)
        self.models[which].entries += 1
        return True

    def share(self, which: int, unit: str, value: int) -> bool:
        block = self.blocks["meeting"]
        return unit == HOME and block.at_home and bool(block.items) and self._move("meeting", "shared")

    def unshare(self, which: int, unit: str, value: int) -> bool:
        return unit == HOME and self.blocks["meeting"].state == "shared" and self._move("meeting", "generated")

    def give_back(self, which: int, unit: str, value: int) -> bool:
        return unit == OTHER and self.blocks["meeting"].state == "shared" and self._move("meeting", "returned")

    def conclude_block(self, which: int, unit: str, value: int) -> bool:
        kind = BLOCKS[value % 2]
        return unit == HOME and self.blocks[kind].at_home and self._move(kind, "concluded")

    def reopen_block(self, which: int, unit: str, value: int) -> bool:
        kind = BLOCKS[value % 2]
        return unit == HOME and self.blocks[kind].state == "concluded" and self._move(kind, "generated")

    def _move(self, kind: str, state: str) -> bool:
        self.blocks[kind].state = state
        if kind == "meeting":
            for which in self.blocks[kind].items:
                self.models[which].entries += 1
        return True


WORK = (
    "note", "label", "unlabel", "deadline", "conclude_deadline", "remove_deadline", "undo_deadline", "checkpoint",
    "follow", "unfollow", "favourite", "unfavourite", "acknowledge", "relate", "unrelate", "withdraw_return",
    "extend_return", "include", "take_out", "share", "unshare", "give_back", "conclude_block", "reopen_block",
)  # fmt: skip
