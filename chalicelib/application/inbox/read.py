"""The unit's inbox (PRO-01): one query of rows, and the counters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from chalicelib.application.authorisation import subject
from chalicelib.application.ports import InboxFilter, Page, Ports
from chalicelib.domain.access import AccessLevel, ProcessResource
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, decide

from .row import InboxRow


@dataclass(frozen=True, slots=True)
class Inbox:
    """A page of rows the actor may see, the unit's counters, and today's civil date."""

    page: Page
    counters: Mapping[str, int]
    today: date


def read_inbox(ports: Ports, actor: Actor, wanted: InboxFilter, cursor: str | None) -> Inbox:
    """Rows of the actor's unit. Raises InvalidRequest ``invalid_cursor``."""
    page = ports.reader.inbox(actor.unit.id, wanted, cursor)
    who = subject(actor)
    visible = [row for row in page.items if decide(who, Action.PROCESS_LIST, _resource(actor, row)).allowed]
    counters = ports.reader.counters(actor.unit.id, actor.user.id)
    return Inbox(Page(visible, page.next_cursor), counters, ports.now().astimezone(ports.zone).date())


def _resource(actor: Actor, row: InboxRow) -> ProcessResource:
    here = frozenset({actor.unit.id})
    return ProcessResource(
        tenant=actor.tenant,
        agency=row.agency,
        level=AccessLevel(row.access_level),
        generating_unit=actor.unit.id,
        open_units=here,
        state=row.state,
        passed_units=here,
    )
