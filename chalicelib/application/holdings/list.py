"""Acervo de sigilosos da unidade and global: which confidential processes there are, and whose credentials (SIG-08)."""

from collections.abc import Sequence

from chalicelib.application.audit.notebook import note_reading
from chalicelib.application.authorisation import allow
from chalicelib.application.confidential.row import CredentialRow
from chalicelib.application.ports import Ports
from chalicelib.application.references import UserKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class HoldingLine:
    """A credential; ``active`` while its holder works in its unit."""

    credential: CredentialRow
    active: bool


@dataclass(frozen=True, slots=True)
class Holdings:
    """A page of lines, by unit and process."""

    items: Sequence[HoldingLine]
    next_cursor: str | None


def list_holdings(ports: Ports, actor: Actor, everywhere: bool, cursor: str | None) -> Holdings:
    """Of the actor's unit, or of the whole agency. Raises Forbidden, InvalidRequest ``invalid_cursor``."""
    action = Action.HOLDINGS_READ_ALL if everywhere else Action.HOLDINGS_READ_UNIT
    allow(actor, action)
    note_reading(actor, action)
    page = ports.reader.holdings(actor.agency, None if everywhere else actor.unit.id, cursor)
    today, units = ports.now().astimezone(ports.zone).date(), ports.catalogues.units()
    people = dict.fromkeys(row.user.id for row in page.items)
    found = ports.reader.get(*(UserKey(user) for user in people)) if people else ()
    known = dict(zip(people, found, strict=True))

    def line(row: CredentialRow) -> HoldingLine:
        user = known[row.user.id]
        return HoldingLine(row, bool(user and user.works_in(row.unit.id, today, units)))

    return Holdings([line(row) for row in page.items], page.next_cursor)
