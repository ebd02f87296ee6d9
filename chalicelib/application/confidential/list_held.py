"""Processos com credencial na unidade: what the actor may open from the current unit (SIG-06, SIG-09)."""

from datetime import date

from chalicelib.application.authorisation import subject
from chalicelib.application.ports import Page, Ports
from chalicelib.application.references import ArrangementKey
from chalicelib.domain.access import AccessLevel, ProcessResource
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.value import dataclass

from .row import CredentialRow


@dataclass(frozen=True, slots=True)
class Held:
    """A page of ``CredentialRow``, how the unit arranged its work, and today's civil date."""

    page: Page
    arrangement: Arrangement
    today: date


def list_held(ports: Ports, actor: Actor, at_hand: bool, cursor: str | None) -> Held:
    """Newest first; ``at_hand``: only what the actor has not concluded. Raises InvalidRequest ``invalid_cursor``."""
    page = ports.reader.held(actor.unit.id, actor.user.id, at_hand, cursor)
    who = subject(actor)
    rows = [row for row in page.items if decide(who, Action.PROCESS_LIST, _resource(actor, row)).allowed]
    (arranged,) = ports.reader.get(ArrangementKey(actor.unit.id))
    today = ports.now().astimezone(ports.zone).date()
    return Held(Page(rows, page.next_cursor), arranged or Arrangement(actor.unit.id), today)


def _resource(actor: Actor, row: CredentialRow) -> ProcessResource:
    """What the policy asks about, from a row of a live credential."""
    return ProcessResource(
        tenant=actor.tenant,
        agency=row.row.agency,
        level=AccessLevel.CONFIDENTIAL,
        generating_unit=row.unit.id,
        open_units=frozenset({row.unit.id}),
        state=row.row.state,
        credentials=frozenset({(row.user.id, row.unit.id)}),
    )
