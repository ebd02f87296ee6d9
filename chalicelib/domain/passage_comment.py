"""Comments on passages of a text being written (DOC-03): said beside it, answered, resolved, and no part of it."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .errors import NotFound, Refused
from .identity import Actor
from .organisation import Person, UnitName
from .passage import Passage

MOST_ANSWERS = 100
#: Of one text; each is one more to find in it whenever it is opened.
MOST_COMMENTS = 200


class Visibility(StrEnum):
    """Who reads it, among those who read the text; the policy says it whole (``PassageResource``)."""

    OWN = "own"
    UNIT = "unit"
    TRANSIT = "transit"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing somebody said. Taken away, its text stays in ``text`` for the unit that said it, and only for it."""

    unit: UnitName
    by: Person
    at: datetime
    text: str
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PassageComment:
    """``said`` begins with the comment itself; the answers follow. Who made it chose ``visibility`` for all of them."""

    id: str
    process: str
    document: str
    passage: Passage
    visibility: Visibility
    said: tuple[Said, ...]
    resolved_by: Person | None = None
    resolved_at: datetime | None = None
    revision: int = 1

    @property
    def first(self) -> Said:
        """The comment itself."""
        return self.said[0]


def say(comment: PassageComment, actor: Actor, text: str, at: datetime) -> PassageComment:
    """Answer. Raises Refused ``passage_resolved``, ``too_many_answers``."""
    _check_open(comment)
    if len(comment.said) > MOST_ANSWERS:
        message = f"Este comentário já tem {MOST_ANSWERS} respostas. Faça outro no mesmo trecho."
        raise Refused("too_many_answers", message)
    return _next(replace(comment, said=(*comment.said, Said(actor.unit, actor.user, at, text))))


def resolve(comment: PassageComment, actor: Actor, at: datetime) -> PassageComment:
    """Say that it was dealt with. Raises Refused ``passage_resolved``."""
    _check_open(comment)
    return _next(replace(comment, resolved_by=actor.user, resolved_at=at))


def reopen(comment: PassageComment) -> PassageComment:
    """Not dealt with after all. Raises Refused ``passage_not_resolved``."""
    if comment.resolved_at is None:
        raise Refused("passage_not_resolved", "Este comentário não está resolvido.")
    return _next(replace(comment, resolved_by=None, resolved_at=None))


def take_back(comment: PassageComment, actor: Actor, number: int, at: datetime) -> PassageComment:
    """Take away what one said, counted from 0; that it was said stays known.

    Raises NotFound ``passage_words_not_found``, Refused ``words_of_another``, ``passage_words_removed``.
    """
    if not 0 <= number < len(comment.said):
        raise NotFound("passage_words_not_found", "Esta resposta não existe.")
    one = comment.said[number]
    if one.by.id != actor.user.id:
        raise Refused("words_of_another", "Cada pessoa exclui somente o que ela mesma escreveu.")
    if one.removed_at:
        raise Refused("passage_words_removed", "Isto já foi excluído.")
    gone = replace(one, removed_at=at)
    return _next(replace(comment, said=(*comment.said[:number], gone, *comment.said[number + 1 :])))


def check_room(comments: int) -> None:
    """Raises Refused ``too_many_passages``."""
    if comments >= MOST_COMMENTS:
        message = f"Este texto já tem {MOST_COMMENTS} comentários. Responda a um dos que estão nele."
        raise Refused("too_many_passages", message)


def _check_open(comment: PassageComment) -> None:
    if comment.resolved_at:
        raise Refused("passage_resolved", "Este comentário está resolvido. Reabra-o para continuar a conversa.")


def _next(comment: PassageComment) -> PassageComment:
    return replace(comment, revision=comment.revision + 1)
