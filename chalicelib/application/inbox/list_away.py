"""The unit's processes that are not in its inbox: suspended (PRO-16), and concluded, lest they be lost (TRA-05)."""

from chalicelib.application.authorisation import subject
from chalicelib.application.ports import Listed, Page, Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, decide

from .read import row_resource


def list_away(ports: Ports, actor: Actor, listed: Listed, mine: bool, cursor: str | None) -> Page:
    """Rows of the actor's unit, newest first; ``mine``: only those the actor concluded.

    Raises InvalidRequest ``invalid_cursor``.
    """
    by = actor.user.id if mine else None
    page = ports.reader.unit_list(actor.unit.id, listed, by, cursor)
    who = subject(actor)
    rows = [row for row in page.items if decide(who, Action.PROCESS_LIST, row_resource(actor, row)).allowed]
    return Page(rows, page.next_cursor)
