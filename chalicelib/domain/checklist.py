"""Checklists: what a unit has to see to in a process, item by item, and its ready-made lists (demands 1).

A process's list in a unit is apart from the process, which every act reads; only how far it is lies on the unit's
desk, where the inbox shows it. No other unit ever sees either.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from .desk import ChecklistProgress, DeskAct, DeskEntry
from .errors import Conflict, FieldError, InvalidRequest, NotFound, Refused
from .identity import Actor
from .organisation import Person, UnitName
from .organising import Organised
from .process import Process, then, touch, with_presence
from .spelling import same_name

MAXIMUM_TEMPLATES = 30
MAXIMUM_ITEMS = 40
MAXIMUM_TEXT = 200


@dataclass(frozen=True, slots=True)
class ChecklistTemplate:
    """A ready-made list of the unit."""

    id: str
    name: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChecklistShelf:
    """The ready-made lists of ``unit``; ``revision`` counts its changes."""

    unit: UnitName
    templates: tuple[ChecklistTemplate, ...] = ()
    revision: int = 0
    id: str = "A"

    def template(self, identifier: str) -> ChecklistTemplate:
        """Raises NotFound ``template_not_found``."""
        for template in self.templates:
            if template.id == identifier:
                return template
        raise NotFound("template_not_found", "Esta lista pronta não existe mais.")


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing to see to; ``by`` and ``at`` once it is done."""

    id: str
    text: str
    by: Person | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """The list of ``unit`` in one process, whose id is its own."""

    unit: UnitName
    id: str
    items: tuple[ChecklistItem, ...] = ()

    @property
    def progress(self) -> ChecklistProgress | None:
        """How much is done; None for an empty list."""
        done = sum(item.at is not None for item in self.items)
        return ChecklistProgress(done, len(self.items)) if self.items else None

    def item(self, identifier: str) -> ChecklistItem:
        """Raises NotFound ``checklist_item_not_found``."""
        for item in self.items:
            if item.id == identifier:
                return item
        raise NotFound("checklist_item_not_found", "Este item não está mais na lista.")


@dataclass(frozen=True, slots=True)
class Checked:
    """The list after an act, and what it did to the process and the unit's log."""

    checklist: Checklist
    organised: Organised


def define_templates(
    shelf: ChecklistShelf, wanted: Sequence[ChecklistTemplate], identifiers: Sequence[str], expected: int
) -> ChecklistShelf:
    """The unit's ready-made lists; one without an id is new and takes the next of ``identifiers``.

    Raises Conflict ``templates_changed`` when a colleague changed them since; InvalidRequest ``templates``:
    ``too_many``, ``name_taken``, ``no_items``, ``too_many_items``; NotFound; Refused ``nothing_changed``.
    """
    if shelf.revision != expected:
        message = "Um colega alterou as listas prontas. Confira como ficaram e repita."
        raise Conflict("templates_changed", message)
    if len(wanted) > MAXIMUM_TEMPLATES:
        raise _refused("too_many", f"São no máximo {MAXIMUM_TEMPLATES} listas prontas.")
    fresh = iter(identifiers)
    made: list[ChecklistTemplate] = []
    for each in wanted:
        if any(same_name(each.name, other.name) for other in made):
            raise _refused("name_taken", f"Há mais de uma lista chamada {each.name}.")
        if not each.items:
            raise _refused("no_items", f"A lista {each.name} está vazia: escreva ao menos um item.")
        _check_items(each.items)
        if each.id:
            shelf.template(each.id)
        made.append(replace(each, id=each.id or next(fresh)))
    if tuple(made) == shelf.templates:
        raise Refused("nothing_changed", "Nada foi alterado.")
    return replace(shelf, templates=tuple(made), revision=shelf.revision + 1)


def extend_checklist(
    process: Process,
    actor: Actor,
    kept: Checklist,
    texts: Sequence[str],
    identifiers: Sequence[str],
    at: datetime,
) -> Checked:
    """Put items on the list; those it has already, under the same words, are not put again.

    Raises Refused as ``touch`` or ``items_on_the_list``; InvalidRequest ``items``: ``too_many_items``.
    """
    there = [item.text for item in kept.items]
    new = [text for text in dict.fromkeys(texts) if text not in there]
    _check_items([*there, *new])
    if not new:
        touch(process, actor, at)
        raise Refused("items_on_the_list", "A lista do processo já tem estes itens.")
    made = [ChecklistItem(identifier, text) for identifier, text in zip(identifiers, new, strict=False)]
    after = replace(kept, items=(*kept.items, *made))
    said = new[0] if len(new) == 1 else f"{len(new)} itens"
    return _checked(process, actor, after, DeskAct.CHECKLIST_EXTENDED, said, at)


def tick_item(
    process: Process, actor: Actor, kept: Checklist, identifier: str, done: bool, at: datetime
) -> Checked:
    """Say that an item is done, or that it is not after all.

    Raises Refused as ``touch``, ``item_done`` or ``item_not_done``; NotFound.
    """
    item = kept.item(identifier)
    if done and item.by:
        raise Refused("item_done", f"{item.by.name} já marcou este item como feito.")
    if not done and not item.by:
        raise Refused("item_not_done", "Este item não está marcado como feito.")
    after = replace(item, by=actor.user if done else None, at=at if done else None)
    items = tuple(after if each.id == identifier else each for each in kept.items)
    act = DeskAct.CHECKLIST_DONE if done else DeskAct.CHECKLIST_UNDONE
    return _checked(process, actor, replace(kept, items=items), act, item.text, at)


def drop_item(process: Process, actor: Actor, kept: Checklist, identifier: str, at: datetime) -> Checked:
    """Take an item off the list. Raises Refused as ``touch``; NotFound."""
    item = kept.item(identifier)
    items = tuple(each for each in kept.items if each.id != identifier)
    return _checked(process, actor, replace(kept, items=items), DeskAct.CHECKLIST_DROPPED, item.text, at)


def _checked(
    process: Process, actor: Actor, after: Checklist, act: DeskAct, said: str, at: datetime
) -> Checked:
    change = touch(process, actor, at)
    presence = change.process.presences[actor.unit.id]
    desk = replace(presence.desk, checklist=after.progress)
    changed = then(change, with_presence(change.process, replace(presence, desk=desk)))
    entry = DeskEntry(process.id, actor.unit.id, act, actor.user, at, said)
    return Checked(after, Organised(changed, (entry,)))


def _check_items(texts: Sequence[str]) -> None:
    if len(texts) > MAXIMUM_ITEMS:
        message = f"Uma lista tem no máximo {MAXIMUM_ITEMS} itens."
        raise InvalidRequest(FieldError("items", "too_many_items", message))


def _refused(code: str, message: str) -> InvalidRequest:
    return InvalidRequest(FieldError("templates", code, message))
