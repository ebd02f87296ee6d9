"""Documents in random programs: written, locked, deleted and brought back, in the model's lines and by the product
(DOC-01, DOC-17, DOC-21; features.md §1.2)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from chalicelib.application.documents.create import DraftForm, create_draft
from chalicelib.application.documents.delete import delete_document
from chalicelib.application.documents.lock import lock_document
from chalicelib.application.documents.metadata import MetadataForm
from chalicelib.application.documents.unlock import unlock_document
from chalicelib.application.references import DiscardedKey, DocumentKey
from chalicelib.application.trash.restore import restore_document
from chalicelib.domain.document import Document
from chalicelib.domain.errors import DomainError

from .model import HOME, Model
from .systems import InMemory

PAPERS = ("write", "lock_paper", "unlock_paper", "delete_paper", "restore_paper")


@dataclass
class Paper:
    """A draft, and the unit that wrote it; ``thrown_by``: the unit in whose trash it lies."""

    unit: str
    locked: bool = False
    thrown_by: str | None = None


@dataclass
class Papers:
    """The drafts of two processes, in the order written. Each act answers whether it is done."""

    models: list[Model]
    written: dict[int, list[Paper]] = field(default_factory=lambda: {0: [], 1: []})

    def do(self, act: str, which: int, unit: str, value: int) -> bool:
        if act == "write":
            return self._told(which, unit, True) and self._add(which, unit)
        drafts = self.written[which]
        if not drafts:
            return False
        paper = drafts[value % len(drafts)]
        if act == "restore_paper":
            if paper.thrown_by != unit or not self._told(which, unit, True):
                return False
            paper.thrown_by = None
            return True
        fits = {"lock_paper": not paper.locked, "unlock_paper": paper.locked, "delete_paper": not paper.locked}
        if paper.thrown_by or not fits[act] or not self._told(which, unit, paper.unit == unit):
            return False
        if act == "delete_paper":
            paper.thrown_by = unit
        else:
            paper.locked = act == "lock_paper"
        return True

    def _add(self, which: int, unit: str) -> bool:
        self.written[which].append(Paper(unit))
        return True

    def _told(self, which: int, unit: str, own: bool) -> bool:
        """Whether the unit may, by where the process is; then it is one entry more. HOME is a protocol unit."""
        model = self.models[which]
        if model.state != "normal" or not own or not (model.holds(unit) or unit == HOME):
            return False
        if model.holds(unit):
            model._touch(unit)
        model.entries += 1
        return True


class AtPapers:
    """The same done by the use cases, over tables in memory."""

    def __init__(self, system: InMemory) -> None:
        self.system = system
        self.written: dict[int, list[str]] = {0: [], 1: []}

    def do(self, act: str, which: int, unit: str, value: int) -> bool:
        outside, actor = self.system.outside, self.system.actors[unit]
        outside.later(minutes=1)
        case, details = self._case(act, which, value)
        try:
            reply = case(outside.ports, actor, outside.operation(actor.user.id), *details)
        except DomainError:
            return False
        if act == "write":
            self.written[which].append(str(reply["id"]))
        return True

    def _case(self, act: str, which: int, value: int) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        process, drafts = self.system.processes[which], self.written[which]
        if act == "write":
            return create_draft, (process, DraftForm("despacho", MetadataForm(), "none", None))
        cases: dict[str, Callable[..., Any]] = {
            "lock_paper": lock_document,
            "unlock_paper": unlock_document,
            "delete_paper": delete_document,
            "restore_paper": restore_document,
        }
        return cases[act], (process, drafts[value % len(drafts)] if drafts else "nenhum")


def compare(real: AtPapers, papers: Papers) -> None:
    """Each draft is in the process or in the trash of who threw it away, as the model has it."""
    things = real.system.outside.memory.things
    units = {actor.user.id: unit for unit, actor in real.system.actors.items()}
    for which, drafts in papers.written.items():
        assert len(real.written[which]) == len(drafts)
        for paper, name in zip(drafts, real.written[which], strict=True):
            place = real.system.processes[which], name
            kept, thrown = things.get(DocumentKey(*place)), things.get(DiscardedKey(*place))
            assert (units[thrown.by.id] if thrown else None) == paper.thrown_by
            assert isinstance(kept, Document) == (paper.thrown_by is None)
            if isinstance(kept, Document):
                assert (kept.unit.id, kept.locked) == (paper.unit, paper.locked)
