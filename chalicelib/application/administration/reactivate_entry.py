"""Put an entry back in use (PRO-04, PRO-09)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.catalogue_entry import offered
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.identity import Actor

from .keeping import act_on_entry, table_named


def reactivate_entry(
    ports: Ports, actor: Actor, operation: Operation, name: str, code: str, expected: int
) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, NotFound, Conflict; Refused ``already_active``."""
    table = table_named(name)
    where = (table, code, expected)
    return act_on_entry(
        ports, actor, operation, table.action, where, ChangeKind.REACTIVATED, lambda before: offered(before, True)
    )
