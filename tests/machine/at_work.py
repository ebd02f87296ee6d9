"""The acts of ``work_model``, done by the product: over tables in memory, and over HTTP."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from chalicelib.application.blocks.conclude import conclude_block
from chalicelib.application.blocks.create import BlockForm, create_block
from chalicelib.application.blocks.include_process import include_process
from chalicelib.application.blocks.remove_item import remove_item
from chalicelib.application.blocks.reopen import reopen_block
from chalicelib.application.blocks.return_block import return_block
from chalicelib.application.blocks.share import share_block
from chalicelib.application.blocks.unshare import unshare_block
from chalicelib.application.desk.attach_label import attach_label
from chalicelib.application.desk.conclude_deadline import conclude_deadline
from chalicelib.application.desk.detach_label import detach_label
from chalicelib.application.desk.remove_deadline import remove_deadline
from chalicelib.application.desk.set_checkpoint import set_checkpoint
from chalicelib.application.desk.set_deadline import set_deadline
from chalicelib.application.desk.undo_deadline import undo_deadline
from chalicelib.application.desk.write_note import NoteForm, write_note
from chalicelib.application.favourites.keep import FavouriteForm, keep_favourite
from chalicelib.application.favourites.remove import remove_favourite
from chalicelib.application.follow_ups.follow import follow_process
from chalicelib.application.follow_ups.unfollow import unfollow_process
from chalicelib.application.processes.acknowledge import acknowledge_process
from chalicelib.application.processes.relate import relate_processes
from chalicelib.application.processes.unrelate import unrelate_processes
from chalicelib.application.references import ArrangementKey, BlockKey
from chalicelib.application.routing.extend_return import extend_return_due
from chalicelib.application.routing.withdraw_return import withdraw_return_request
from chalicelib.domain.arrangement import Arrangement, Checkpoint, Colour, Label
from chalicelib.domain.block import Block
from chalicelib.domain.deadline import OnDate
from chalicelib.domain.desk import UnitDeadline
from chalicelib.domain.errors import DomainError
from chalicelib.domain.favourite import Favourite
from chalicelib.domain.in_block import BlockKind
from chalicelib.domain.presence import Presence
from chalicelib.domain.process import Process

from .model import HOME, OTHER
from .systems import InMemory
from .work_model import BLOCKS, LABELS, PHASES, Kept, Work

DUE = tuple(date(2030, 1, day) for day in (10, 11, 12))
FAR = date(2031, 1, 1)
NONE = "a" * 26


class AtWork:
    """The same two processes of an ``InMemory``, and two blocks of HOME, the meeting one meant for OTHER."""

    def __init__(self, system: InMemory) -> None:
        self.system, self.extended = system, 0
        outside = system.outside
        for unit in system.actors:
            labels = tuple(Label(name, name.title(), Colour.RED) for name in LABELS)
            phases = tuple(Checkpoint(name, name.title()) for name in PHASES)
            outside.memory.things[ArrangementKey(unit)] = Arrangement(unit, labels, phases)
        self.blocks: dict[str, str] = {}
        for kind in BLOCKS:
            units = (OTHER,) if kind == "meeting" and OTHER in system.actors else ()
            form = BlockForm(BlockKind(kind), "Pauta", units)
            made = create_block(outside.ports, system.actors[HOME], outside.operation(), form)
            self.blocks[kind] = str(made["id"])

    def do(self, act: str, which: int, unit: str, value: int) -> bool:
        """-> whether it was done."""
        outside, actor = self.system.outside, self.system.actors[unit]
        outside.later(minutes=1)
        case, details = self._case(act, which, unit, value)
        try:
            case(outside.ports, actor, outside.operation(actor.user.id), *details)
        except DomainError:
            return False
        return True

    def _case(self, act: str, which: int, unit: str, value: int) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        process, other = self.system.processes[which], self.system.processes[1 - which]
        block, meeting = self.blocks[BLOCKS[value % 2]], self.blocks["meeting"]
        label = LABELS[value % 2]
        if act == "extend_return":
            self.extended += 1
        cases: dict[str, tuple[Callable[..., Any], tuple[Any, ...]]] = {
            "note": (write_note, (process, NoteForm(("", "Ligar", "Aguardar")[value % 3], False))),
            "label": (attach_label, (process, label, ("", "Lote 7")[value // 2 % 2])),
            "unlabel": (detach_label, (process, label)),
            "deadline": (set_deadline, (process, OnDate(DUE[value % 3]))),
            "conclude_deadline": (conclude_deadline, (process,)),
            "remove_deadline": (remove_deadline, (process,)),
            "undo_deadline": (undo_deadline, (process,)),
            "checkpoint": (set_checkpoint, (process, (None, *PHASES)[value % 3])),
            "follow": (follow_process, (process, "Obras", "")),
            "unfollow": (unfollow_process, (process, self._follow_up(process, unit))),
            "favourite": (keep_favourite, (FavouriteForm(process, None, "Modelos"),)),
            "unfavourite": (remove_favourite, (self._favourite(process, unit),)),
            "acknowledge": (acknowledge_process, (process,)),
            "relate": (relate_processes, (process, other)),
            "unrelate": (unrelate_processes, (process, other)),
            "withdraw_return": (withdraw_return_request, (process, self._awaited(which, unit))),
            "extend_return": (
                extend_return_due,
                (process, self._awaited(which, unit), OnDate(FAR + timedelta(self.extended))),
            ),
            "include": (include_process, (block, process)),
            "take_out": (remove_item, (block, process)),
            "share": (share_block, (meeting,)),
            "unshare": (unshare_block, (meeting,)),
            "give_back": (return_block, (meeting, "Visto")),
            "conclude_block": (conclude_block, (block,)),
            "reopen_block": (reopen_block, (block,)),
        }
        return cases[act]

    def _follow_up(self, process: str, unit: str) -> str:
        found = self.system.outside.ports.reader.follow_ups_of(process, unit)
        return found[0].id if found else NONE

    def _favourite(self, process: str, unit: str) -> str:
        kept = list(self.system.outside.ports.reader.kept(Favourite, unit))
        return next((one.id for one in kept if one.process == process), NONE)

    def _awaited(self, which: int, unit: str) -> str:
        found = self.system.outside.memory.process(self.system.processes[which])
        asked = [one.id for one in found.routings if one.origin.id == unit and one.waits_return]
        return asked[-1] if asked else NONE


def compare(real: AtWork, work: Work) -> None:
    """Nothing tells the product from the model."""
    memory = real.system.outside.memory
    found = [memory.process(one) for one in real.system.processes]
    for which, process in enumerate(found):
        for unit, side in process.presences.items():
            assert desk_of(side) == work.desk(which, unit), (which, unit)
        assert [one.unit.id for one in process.relations] == ([work.related_by] if work.related_by else [])
        held = {one.block for one in process.blocks}
        assert held == {real.blocks[kind] for kind, shelf in work.blocks.items() if which in shelf.items}
        shown_to = {unit for one in process.blocks for unit in one.units}
        assert shown_to == ({OTHER} if work.shown(which, OTHER) else set())
    for kind, shelf in work.blocks.items():
        block: Block = memory.things[BlockKey(real.blocks[kind])]
        assert block.state == shelf.state
        assert [item.process for item in block.items] == [real.system.processes[one] for one in shelf.items]
    compare_people(real, work, found)


def compare_people(real: AtWork, work: Work, found: list[Process]) -> None:
    """Who read, who follows, whose favourite."""
    reader = real.system.outside.ports.reader
    for which, process in enumerate(found):
        persons = {(which, unit): actor.user.id for unit, actor in real.system.actors.items()}
        read = {one.user.id for one in reader.acknowledgements(process.id)}
        assert read == {persons[place] for place in work.read_by if place[0] == which}
        for unit in real.system.actors:
            assert bool(reader.follow_ups_of(process.id, unit)) == ((which, unit) in work.followed)
            kept = any(one.process == process.id for one in reader.kept(Favourite, unit))
            assert kept == ((which, unit) in work.favourites)


def desk_of(side: Presence) -> Kept:
    """What the unit keeps, in the model's words."""
    desk, changed = side.desk, side.desk.deadline_change
    return Kept(
        desk.note.text if desk.note else "",
        {one.label: one.text for one in desk.labels},
        due_of(desk.deadline),
        desk.checkpoint.checkpoint if desk.checkpoint else None,
        (due_of(changed.before),) if changed else (),
    )


def due_of(deadline: UnitDeadline | None) -> tuple[int, bool] | None:
    return (DUE.index(deadline.due), deadline.concluded_at is not None) if deadline else None
