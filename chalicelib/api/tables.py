"""The catalogues as the administration keeps them: fields, entries, and every act on one (ACC-05 to ACC-16)."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import Field

from chalicelib.application.administration.change_entry import change_entry
from chalicelib.application.administration.create_entry import create_entry
from chalicelib.application.administration.deactivate_entry import deactivate_entry
from chalicelib.application.administration.list_entries import ListedTable, list_entries
from chalicelib.application.administration.naming import entry_name
from chalicelib.application.administration.reactivate_entry import reactivate_entry
from chalicelib.domain.catalogue_entry import CatalogueEntry
from chalicelib.domain.catalogue_table import TableField, value_of
from chalicelib.domain.catalogue_tables import TABLES
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes
from .validation import Body, Code, read_if_match

routes = Routes("tables")

TABLE, ONE = "/administration/tables/{table}/entries", "/administration/tables/{table}/entries/{code}"
NO_GROUPS: Mapping[str, str] = MappingProxyType({})
Value = str | bool | int | list[str] | None


class EntryBody(Body):
    """The fields of an entry, by name."""

    values: Annotated[dict[str, Value], Field(max_length=40)]


class NewEntryBody(EntryBody):
    """A new entry; its code never changes."""

    code: Code


@routes.route("GET", "/administration/tables", Action.ADMINISTRATION_READ, reply=replies.TableNames)
def index(call: Call) -> dict[str, Any]:
    """As tabelas da administração"""
    return {"items": [{"name": table.name, "title": table.title} for table in TABLES.values()]}


@routes.route("GET", TABLE, Action.ADMINISTRATION_READ, reply=replies.Table)
def entries(call: Call, table: str) -> dict[str, Any]:
    """Uma tabela, com seus campos e itens"""
    return _table(list_entries(call.ports, call.actor, table))


@routes.route("POST", TABLE, Action.CATALOGUE_KEEP, body=NewEntryBody, reply=replies.RegisterSaved, status=201)
def create(call: Call, table: str) -> Any:
    """Criar item de uma tabela"""
    body: NewEntryBody = call.body
    return create_entry(call.ports, call.actor, call.operation, table, body.code, body.values)


@routes.route(
    "PUT", ONE, Action.CATALOGUE_KEEP, body=EntryBody, reply=replies.RegisterSaved, if_match=True
)
def change(call: Call, table: str, code: str) -> Any:
    """Alterar item de uma tabela"""
    return change_entry(call.ports, call.actor, call.operation, table, code, seen(call), call.body.values)


@routes.route(
    "POST", ONE + "/deactivation", Action.CATALOGUE_KEEP, reply=replies.RegisterSaved, if_match=True
)
def deactivate(call: Call, table: str, code: str) -> Any:
    """Desativar item de uma tabela"""
    return deactivate_entry(call.ports, call.actor, call.operation, table, code, seen(call))


@routes.route(
    "POST", ONE + "/reactivation", Action.CATALOGUE_KEEP, reply=replies.RegisterSaved, if_match=True
)
def reactivate(call: Call, table: str, code: str) -> Any:
    """Reativar item de uma tabela"""
    return reactivate_entry(call.ports, call.actor, call.operation, table, code, seen(call))


def seen(call: Call) -> int:
    """The revision the write was based on."""
    return read_if_match(call.header("If-Match"))


def _table(listed: ListedTable) -> dict[str, Any]:
    table = listed.table
    return {
        "name": table.name,
        "title": table.title,
        "one": table.one,
        "action": table.action.value,
        "code_label": table.code_label,
        "code_hint": "" if table.code_table else table.code_hint,
        "code_options": _options(sorted(listed.offered[table.code_table].items())) if table.code_table else [],
        "grows": table.grows,
        "rests": table.rests,
        "fields": [_field(field, listed) for field in table.fields],
        "items": [_entry(entry, listed) for entry in listed.entries],
    }


def _field(field: TableField, listed: ListedTable) -> dict[str, Any]:
    offered = listed.offered[field.table].items() if field.table else field.options
    return {
        "name": field.name,
        "label": field.label,
        "kind": field.kind.value,
        "required": field.required,
        "hint": field.hint,
        "longest": field.longest,
        "lowest": field.lowest,
        "highest": field.highest,
        "fixed": field.fixed,
        "options": _options(offered, dict(field.groups)),
    }


def _options(pairs: Any, groups: Mapping[str, str] = NO_GROUPS) -> list[dict[str, str]]:
    return [{"code": code, "name": name, "group": groups.get(code, "")} for code, name in pairs]


def _entry(entry: CatalogueEntry, listed: ListedTable) -> dict[str, Any]:
    fields: Sequence[TableField] = listed.table.fields
    return {
        "code": entry.code,
        "name": entry_name(listed.table, entry, listed.names),
        "values": {field.name: value_of(entry.values, field.name) for field in fields},
        "active": entry.active,
        "revision": entry.revision,
    }
