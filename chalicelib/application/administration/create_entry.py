"""A new entry of a catalogue (ACC-05 to ACC-16, PRO-04, PRO-09)."""

from collections.abc import Mapping
from typing import Any

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import EntryKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.catalogue_entry import CatalogueEntry
from chalicelib.domain.catalogue_table import check_code, read_values
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor

from .guarding import check_hierarchy
from .keeping import entry_record, table_named
from .naming import all_names, entry_name, offered_names


def create_entry(
    ports: Ports, actor: Actor, operation: Operation, name: str, code: str, values: Mapping[str, Any]
) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, NotFound, InvalidRequest, Refused ``table_is_fixed``."""
    table = table_named(name)
    allow(actor, table.action)
    if not table.grows:
        raise Refused("table_is_fixed", "Esta tabela não recebe itens novos: eles são do próprio sistema.")
    at = ports.now()

    def attempt(work: Work) -> Reply:
        place = ports.register.new_place(code)
        work.load(EntryKey(name, place))
        known = all_names(ports.catalogues)
        taken = {one.code: entry_name(table, one, known) for one in ports.register.entries(name)}
        offered = offered_names(ports.catalogues)
        check_code(table, code, taken, offered)
        read = read_values(table, values, offered, new=True)
        own = {table.code_field: code} if table.code_field else {}
        entry = CatalogueEntry(name, code, place, {**own, **read}, 1)
        check_hierarchy(ports, entry)
        work.put_entry(None, entry)
        work.record_change(entry_record(ports, actor, at, table, None, entry, ChangeKind.CREATED))
        work.renew_catalogues()
        return {"id": code, "revision": 1}

    return transact(lambda: ports.begin(operation), attempt)
