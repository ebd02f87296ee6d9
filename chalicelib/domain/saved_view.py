"""Saved views: a way of looking at the inbox, kept under a name for oneself or for the whole unit (PRO-01).

``settings`` are those of the screen's own address, word by word: filters, grouping, order, columns. The server keeps
them and does not read them, so that the screen may learn new ones.
"""

from collections.abc import Sequence
from datetime import datetime

from chalicelib.domain.value import dataclass

from .errors import FieldError, Forbidden, InvalidRequest, Refused
from .organisation import Person, UnitName
from .spelling import same_name

MAXIMUM_VIEWS = 50


@dataclass(frozen=True, slots=True)
class SavedView:
    """``owner`` is a user id, None when the view is the unit's."""

    id: str
    unit: UnitName
    name: str
    owner: str | None
    settings: dict[str, str]
    by: Person
    at: datetime

    def shown_to(self, user: str) -> bool:
        """The unit's views and one's own."""
        return self.owner in (None, user)


def check_new(view: SavedView, others: Sequence[SavedView]) -> None:
    """Raises InvalidRequest ``name``: ``name_taken``; Refused ``too_many_views``."""
    beside = [other for other in others if other.owner == view.owner]
    if any(same_name(view.name, other.name) for other in beside):
        raise InvalidRequest(FieldError("name", "name_taken", f"Já há uma visão chamada {view.name}."))
    if len(beside) >= MAXIMUM_VIEWS:
        raise Refused("too_many_views", f"Já há {MAXIMUM_VIEWS} visões salvas. Exclua alguma.")


def check_delete(view: SavedView, user: str) -> None:
    """One's own, and the unit's whoever saved it. Raises Forbidden ``view_of_another``."""
    if not view.shown_to(user):
        raise Forbidden("view_of_another", "Esta visão é de outra pessoa.")
