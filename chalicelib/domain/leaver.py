"""Who no longer works here: what of the person only the register has goes, and what acts carry stays (LGPD, art. 16).

Who signed, sent and decided is what the record proves: login, name and functions stay in every act. What no act
carries, e-mail, CPF, the other name, how the person came in, serves nobody any more.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from .account import AccountEvent
from .change_record import ChangeRecord, FieldChange
from .erasure import Erasure, ErasureGround, plain_reason
from .errors import Refused
from .identity import User
from .mention import REMOVED, traces_of_user
from .organisation import Person
from .retention import Kept, period
from .saved_view import SavedView

#: Counted from the block.
TERM = period(Kept.LEAVERS)
#: The fields of the register's history that tell of the person, not of what the person may do.
PERSONAL = frozenset({"Nome", "Nome social", "CPF", "E-mail"})


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line of the history of a user, and where it lies."""

    place: str
    record: ChangeRecord


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A line of how a user entered, and where it lies."""

    place: str
    event: AccountEvent


def due_at(user: User) -> datetime | None:
    """When the term is over; None of who was not blocked, or nobody knows when."""
    return user.blocked_at + TERM if user.blocked and user.blocked_at else None


def asked_of_leaver(
    identifier: str, user: User, ground: ErasureGround, reason: str, by: Person, at: datetime
) -> Erasure:
    """At the end of the term, or before it when the law lets the person ask.

    Raises Refused as ``check_left`` and ``term_not_over``; InvalidRequest as ``plain_reason``.
    """
    check_left(user)
    due = due_at(user)
    if ground is ErasureGround.ENDED and (due is None or at < due):
        told = f"em {due:%d/%m/%Y}" if due else "cinco anos depois do bloqueio"
        message = f"O prazo de guarda acaba {told}. Antes disso, só a pedido da pessoa ou por dado excessivo."
        raise Refused("term_not_over", message)
    return Erasure(identifier, "", ground, plain_reason(reason, user), by, at, user=user.id)


def check_left(user: User) -> None:
    """Raises Refused ``already_erased``, ``user_works_here``."""
    if user.erased_at:
        raise Refused("already_erased", "Os dados desta pessoa já foram eliminados.")
    if not user.blocked:
        message = "Este usuário trabalha aqui. Só se eliminam os dados de quem saiu e está bloqueado."
        raise Refused("user_works_here", message)


def left_behind(user: User, at: datetime) -> User:
    """What acts carry: login, the name that they were signed with, agency and functions."""
    return replace(
        user,
        name=user.person.name,
        social_name="",
        email="",
        taxpayer="",
        session_epoch=user.session_epoch + 1,
        revision=user.revision + 1,
        erased_at=at,
    )


def cleaned_register(lines: Iterable[RegisterLine], user: User) -> tuple[tuple[RegisterLine, RegisterLine], ...]:
    """The lines that tell of the person: as each is, and as it is left."""
    left = ((one, replace(one, record=_without(one.record, user))) for one in lines)
    return tuple((before, after) for before, after in left if after != before)


def cleaned_account(lines: Iterable[AccountLine]) -> tuple[tuple[AccountLine, AccountLine], ...]:
    """What happened stays; from where, and what was remarked, goes."""
    left = ((one, replace(one, event=_bare(one.event))) for one in lines)
    return tuple((before, after) for before, after in left if after != before)


def own_views(views: Iterable[SavedView], user: User) -> tuple[SavedView, ...]:
    """Those that nobody else ever saw; what was saved for the unit is the unit's."""
    return tuple(one for one in views if one.owner == user.id)


def _without(record: ChangeRecord, user: User) -> ChangeRecord:
    reason = record.reason
    for traces in traces_of_user(user):
        reason = traces.taken_from(reason)
    changes = tuple(_hidden(one) if one.field in PERSONAL else one for one in record.changes)
    return replace(record, name=user.person.name, changes=changes, reason=reason)


def _hidden(change: FieldChange) -> FieldChange:
    return replace(change, before=change.before and REMOVED, after=change.after and REMOVED)


def _bare(event: AccountEvent) -> AccountEvent:
    return replace(event, address="", note=event.note and REMOVED)
