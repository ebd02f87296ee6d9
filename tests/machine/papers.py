"""Documents in random programs, in lines that share nothing with the product: written, saved, signed, read elsewhere,
locked, cancelled, deleted and brought back (DOC-01, DOC-03, DOC-10 to DOC-12, DOC-17, DOC-21; features.md §1.2)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from .model import HOME, Model

PAPERS = (
    "write", "save_paper", "sign_paper", "sign_paper", "look_at_paper", "cancel_paper", "lock_paper", "unlock_paper",
    "delete_paper", "restore_paper",
)  # fmt: skip


@dataclass
class Paper:
    """What a unit wrote. ``thrown_by``: the unit in whose trash it lies; ``seen``: elsewhere, since it was signed."""

    unit: str
    locked: bool = False
    thrown_by: str | None = None
    signed: bool = False
    seen: bool = False
    cancelled: bool = False

    @property
    def takes_back(self) -> bool:
        """Nobody outside the unit counts on it yet."""
        return not (self.signed and self.seen)


def _nowhere(which: int, unit: str) -> bool:
    return False


@dataclass
class Papers:
    """The documents of two processes, in the order written. Each act answers whether it is done.

    ``shown``: whether a meeting block shows the process, with its drafts, to the unit (BLO-06).
    """

    models: list[Model]
    shown: Callable[[int, str], bool] = _nowhere
    written: dict[int, list[Paper]] = field(default_factory=lambda: {0: [], 1: []})

    def do(self, act: str, which: int, unit: str, value: int) -> bool:
        drafts = self.written[which]
        if act == "write":
            return self._told(which, unit) and self._add(which, unit)
        if not drafts:
            return False
        paper = drafts[value % len(drafts)]
        if act == "restore_paper":
            return self._restore(paper, which, unit)
        if paper.thrown_by or paper.cancelled:
            return False
        if act == "look_at_paper":
            return self._look(paper, which, unit)
        if paper.unit != unit:
            return False
        return bool(getattr(self, f"_{act}")(paper, which, unit))

    def finished(self, which: int) -> list[int]:
        """Those that a step of a flow may rest upon, by their place."""
        papers = enumerate(self.written[which])
        return [place for place, one in papers if one.signed and not one.thrown_by and not one.cancelled]

    def _save_paper(self, paper: Paper, which: int, unit: str) -> bool:
        """A draft is saved without a word; what was signed loses its signatures, and the history says so."""
        if paper.locked or not paper.takes_back or not self._works(which, unit):
            return False
        if paper.signed:
            paper.signed = False
            self._tell(which, unit)
        return True

    def _sign_paper(self, paper: Paper, which: int, unit: str) -> bool:
        """One person per unit: nobody signs twice. What is locked may be signed."""
        if paper.signed or not self._told(which, unit):
            return False
        paper.signed = True
        self.models[which].tell_others(unit)
        return True

    def _cancel_paper(self, paper: Paper, which: int, unit: str) -> bool:
        if paper.takes_back or paper.locked or not self._told(which, unit):
            return False
        paper.cancelled = True
        return True

    def _delete_paper(self, paper: Paper, which: int, unit: str) -> bool:
        if not paper.takes_back or paper.locked or not self._told(which, unit):
            return False
        paper.thrown_by = unit
        return True

    def _lock_paper(self, paper: Paper, which: int, unit: str) -> bool:
        return self._turn(paper, False, which, unit)

    def _unlock_paper(self, paper: Paper, which: int, unit: str) -> bool:
        return self._turn(paper, True, which, unit)

    def _turn(self, paper: Paper, before: bool, which: int, unit: str) -> bool:
        if paper.locked != before or not self._told(which, unit):
            return False
        paper.locked = not before
        return True

    def _look(self, paper: Paper, which: int, unit: str) -> bool:
        """Whoever reads what another unit signed turns its pen black; a draft is the unit's own."""
        if unit != paper.unit and not paper.signed and not self.shown(which, unit):
            return False
        paper.seen |= paper.signed and unit != paper.unit
        return True

    def _restore(self, paper: Paper, which: int, unit: str) -> bool:
        if paper.thrown_by != unit or not self._told(which, unit):
            return False
        paper.thrown_by = None
        return True

    def _add(self, which: int, unit: str) -> bool:
        self.written[which].append(Paper(unit))
        return True

    def _works(self, which: int, unit: str) -> bool:
        """Whether the unit may, by where the process is. HOME is a protocol unit."""
        model = self.models[which]
        return model.state == "normal" and (model.holds(unit) or unit == HOME)

    def _tell(self, which: int, unit: str) -> bool:
        model = self.models[which]
        if model.holds(unit):
            model._touch(unit)
        model.entries += 1
        return True

    def _told(self, which: int, unit: str) -> bool:
        return self._works(which, unit) and self._tell(which, unit)
