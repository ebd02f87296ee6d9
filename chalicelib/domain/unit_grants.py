"""What people may do in one unit, given to them in another as well (ACC-09): a reorganisation, a unit that takes over.

Nothing is withdrawn; what somebody holds in another's place, or not today, stays where it is.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .city_profile import STOCK_NAMES
from .errors import FieldError, InvalidRequest, NotFound, Refused
from .granting import granted
from .identity import Grant, User
from .organisation import Unit


class CopyState(StrEnum):
    """What the copy would do for a person."""

    NEW = "new"
    SAME = "same"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A person of the first unit; ``grants`` are those they would have in the second besides what they have."""

    user: User
    state: CopyState
    grants: tuple[Grant, ...] = ()
    reason: str = ""


def check_units(source: str, target: str, units: Mapping[str, Unit]) -> None:
    """Raises InvalidRequest ``source``, ``target``."""
    errors = []
    if source not in units:
        errors.append(FieldError("source", "unit_unknown", "Esta unidade não existe."))
    if target not in units or not units[target].active:
        errors.append(FieldError("target", "unit_unknown", "Esta unidade não existe ou está desativada."))
    elif source == target:
        errors.append(FieldError("target", "same_unit", "Escolha outra unidade: esta é a de onde se copia."))
    if errors:
        raise InvalidRequest(*errors)


def copied(people: Sequence[User], source: str, target: str, today: date) -> tuple[CopyLine, ...]:
    """A line for each person with a permission in the very unit ``source``, in the order given."""
    return tuple(_line(user, source, target, today) for user in people)


def with_copied(
    user: User | None,
    source: str,
    target: str,
    shown: Sequence[Grant],
    units: Mapping[str, Unit],
    today: date,
    by: str,
    profiles: Collection[str] = STOCK_NAMES,
) -> User:
    """The user with what was ``shown`` and is still held in ``source``: what was withdrawn meanwhile is not copied.

    Raises NotFound; Refused ``not_copied``, ``nothing_changed``; InvalidRequest as ``granted``.
    """
    if user is None:
        raise NotFound()
    line = _line(user, source, target, today)
    if line.state is CopyState.LEFT_OUT:
        raise Refused("not_copied", line.reason)
    given = [one for one in shown if one in line.grants]
    if not given:
        withdrawn = any(one not in user.grants for one in shown)
        message = "A permissão foi retirada enquanto a cópia era feita." if withdrawn else "Nada foi alterado."
        raise Refused("not_copied" if withdrawn else "nothing_changed", message)
    return granted(user, (*user.grants, *given), units, {}, by, profiles)


def _line(user: User, source: str, target: str, today: date) -> CopyLine:
    if user.blocked:
        return CopyLine(user, CopyState.LEFT_OUT, reason="O usuário está bloqueado.")
    own = [one for one in user.grants if one.unit == source and one.holds_on(today) and not one.standing_in_for]
    if not own:
        reason = "O que tem na unidade não está em vigor, ou é em substituição a alguém."
        return CopyLine(user, CopyState.LEFT_OUT, reason=reason)
    wanted = dict.fromkeys(replace(one, unit=target) for one in own)
    new = tuple(one for one in wanted if one not in user.grants)
    return CopyLine(user, CopyState.NEW if new else CopyState.SAME, new)
