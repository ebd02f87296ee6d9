"""Put an entry out of use: it is offered no more, and what names it goes on being read (PRO-04, PRO-09)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.catalogue_entry import CatalogueEntry, offered
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor

from .guarding import check_unused
from .keeping import act_on_entry, table_named


def deactivate_entry(
    ports: Ports, actor: Actor, operation: Operation, name: str, code: str, expected: int
) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, NotFound, Conflict; Refused ``already_inactive``, ``unit_in_use`` ….

    A unit or agency in use stays: who works there and what is open there come first.
    """
    table = table_named(name)

    def act(before: CatalogueEntry) -> CatalogueEntry:
        if not table.rests:
            raise Refused("table_is_fixed", "Isto não se desativa: o sistema precisa destes dados.")
        check_unused(ports, before)
        return offered(before, False)

    return act_on_entry(ports, actor, operation, table.action, (table, code, expected), ChangeKind.DEACTIVATED, act)
