"""Groups that somebody keeps under names of their own (CON-02, BLO-04): no two of one name, none changed unseen.

``kind`` completes "grupo de …" in what is refused.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from .errors import Conflict, FieldError, InvalidRequest, NotFound, Refused
from .organisation import Person
from .spelling import same_name


class NamedGroup(Protocol):
    """``by`` changed it last; ``revision`` counts its changes."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def by(self) -> Person: ...
    @property
    def at(self) -> Any: ...
    @property
    def revision(self) -> int: ...


Group = TypeVar("Group", bound=NamedGroup)


def find(groups: Sequence[Group], identifier: str, kind: str) -> Group:
    """Raises NotFound ``group_not_found``."""
    for group in groups:
        if group.id == identifier:
            return group
    raise NotFound("group_not_found", f"Este grupo de {kind} não existe mais.")


def with_new(groups: Sequence[Group], group: Group, most: int, kind: str) -> tuple[Group, ...]:
    """Raises InvalidRequest ``name``: ``name_taken``; Refused ``too_many_groups``."""
    if len(groups) >= most:
        raise Refused("too_many_groups", f"Já há {most} grupos de {kind}. Exclua algum.")
    _check_name(group.name, groups, kind)
    return (*groups, group)


def with_changed(groups: Sequence[Group], group: Group, expected: int, kind: str) -> tuple[Group, ...]:
    """``group`` in the place of the one of its id, seen at revision ``expected``.

    Raises NotFound; Conflict ``group_changed``; Refused ``nothing_changed``; InvalidRequest ``name_taken``.
    """
    before = seen(groups, group.id, expected, kind)
    untouched: Any = group
    if replace(untouched, by=before.by, at=before.at, revision=before.revision) == before:
        raise Refused("nothing_changed", "Nada foi alterado.")
    _check_name(group.name, [other for other in groups if other.id != group.id], kind)
    after: Group = replace(untouched, revision=before.revision + 1)
    return tuple(after if one.id == group.id else one for one in groups)


def seen(groups: Sequence[Group], identifier: str, expected: int, kind: str) -> Group:
    """The group, if nobody changed it since. Raises NotFound; Conflict ``group_changed``."""
    group = find(groups, identifier, kind)
    if group.revision != expected:
        message = f"{group.by.name} alterou este grupo de {kind}. Confira como ficou e repita."
        raise Conflict("group_changed", message)
    return group


def _check_name(name: str, others: Sequence[NamedGroup], kind: str) -> None:
    if any(same_name(name, other.name) for other in others):
        raise InvalidRequest(FieldError("name", "name_taken", f"Já há um grupo de {kind} chamado {name}."))
