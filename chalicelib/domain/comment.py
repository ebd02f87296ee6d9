"""Comments on a process or on one of its documents (PRO-25): no part of the record, kept with what became of them."""

from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from .errors import Forbidden, Refused
from .identity import Actor
from .organisation import Person, UnitName


@dataclass(frozen=True, slots=True)
class Wording:
    """What a comment said before it was changed or removed."""

    text: str
    by: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """``document`` is None for one on the process itself. ``earlier`` holds what it said, oldest first.

    A removed one has no text any more; ``removed_by`` and ``removed_at`` tell who took it away.
    """

    id: str
    process: str
    document: str | None
    unit: UnitName
    by: Person
    at: datetime
    text: str
    earlier: tuple[Wording, ...] = ()
    removed_by: Person | None = None
    removed_at: datetime | None = None
    revision: int = 1


def change(comment: Comment, actor: Actor, text: str, at: datetime) -> Comment:
    """Say it otherwise. Raises Forbidden ``comment_of_another_unit``, Refused."""
    _check(comment, actor)
    if text == comment.text:
        raise Refused("nothing_changed", "Nada foi alterado.")
    return replace(
        comment, text=text, by=actor.user, at=at, earlier=_kept(comment), revision=comment.revision + 1
    )


def remove(comment: Comment, actor: Actor, at: datetime) -> Comment:
    """Take it away; that it was there, and what it said, stays known to its unit."""
    _check(comment, actor)
    return replace(
        comment,
        text="",
        earlier=_kept(comment),
        removed_by=actor.user,
        removed_at=at,
        revision=comment.revision + 1,
    )


def _check(comment: Comment, actor: Actor) -> None:
    if comment.unit.id != actor.unit.id:
        message = "Somente a unidade que fez o comentário pode alterá-lo ou excluí-lo."
        raise Forbidden("comment_of_another_unit", message)
    if comment.removed_at:
        raise Refused("comment_removed", "Este comentário já foi excluído.")


def _kept(comment: Comment) -> tuple[Wording, ...]:
    return (*comment.earlier, Wording(comment.text, comment.by, comment.at))
