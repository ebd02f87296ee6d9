"""The tables of the administration as spreadsheets: report, import, export (ACC-05 to ACC-16)."""

import base64
import binascii
from typing import Annotated, Any, Literal

from pydantic import Field

from chalicelib.application.spreadsheets.check_import import check_import
from chalicelib.application.spreadsheets.export_table import export_table
from chalicelib.application.spreadsheets.order_import import order_import
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.policy import Action
from chalicelib.domain.user_sheet import TABLE as USERS_TABLE

from . import replies
from .routes import Call, Routes
from .validation import Body

routes = Routes("spreadsheets")

IMPORTS = "/administration/imports"
USERS, ORGANISATION, TABLES = f"{IMPORTS}/users", f"{IMPORTS}/organisation/{{table}}", f"{IMPORTS}/tables/{{table}}"
#: In Base64: a request as a whole has at most one megabyte.
LARGEST_FILE = 1_040_000


class SheetBody(Body):
    """A CSV or XLSX file, in Base64."""

    file: Annotated[str, Field(min_length=1, max_length=LARGEST_FILE)]

    def data(self) -> bytes:
        """The file itself. Raises InvalidRequest ``file`` ``invalid_base64``."""
        try:
            return base64.b64decode(self.file, validate=True)
        except (binascii.Error, ValueError):
            message = "O conteúdo não está em Base64."
            raise InvalidRequest(FieldError("file", "invalid_base64", message)) from None


class UsersSheetBody(SheetBody):
    """``invite``: users that are new get the link of the first access by e-mail."""

    invite: bool = True


class ExportQuery(Body):
    """``empty``: only the names of the columns."""

    format: Literal["csv", "xlsx"] = "xlsx"
    empty: Literal["yes", "no"] = "no"


@routes.route("POST", f"{USERS}/check", Action.USER_KEEP, body=SheetBody, reply=replies.SheetReport, writes=False)
def check_users(call: Call) -> dict[str, Any]:
    """Conferir, linha por linha, uma planilha de usuários"""
    return _report(call, USERS_TABLE)


@routes.route("POST", USERS, Action.USER_KEEP, body=UsersSheetBody, reply=replies.JobStarted, status=201)
def import_users(call: Call) -> Any:
    """Importar usuários de uma planilha"""
    body: UsersSheetBody = call.body
    return order_import(call.ports, call.actor, call.operation, USERS_TABLE, body.data(), body.invite)


@routes.route(
    "POST", f"{ORGANISATION}/check", Action.UNIT_KEEP, body=SheetBody, reply=replies.SheetReport, writes=False
)
def check_organisation(call: Call, table: str) -> dict[str, Any]:
    """Conferir, linha por linha, uma planilha de órgãos ou unidades"""
    return _report(call, table)


@routes.route("POST", ORGANISATION, Action.UNIT_KEEP, body=SheetBody, reply=replies.JobStarted, status=201)
def import_organisation(call: Call, table: str) -> Any:
    """Importar órgãos ou unidades de uma planilha"""
    return order_import(call.ports, call.actor, call.operation, table, call.body.data())


@routes.route(
    "POST", f"{TABLES}/check", Action.CATALOGUE_KEEP, body=SheetBody, reply=replies.SheetReport, writes=False
)
def check_entries(call: Call, table: str) -> dict[str, Any]:
    """Conferir, linha por linha, uma planilha de uma tabela"""
    return _report(call, table)


@routes.route("POST", TABLES, Action.CATALOGUE_KEEP, body=SheetBody, reply=replies.JobStarted, status=201)
def import_entries(call: Call, table: str) -> Any:
    """Importar itens de uma tabela de uma planilha"""
    return order_import(call.ports, call.actor, call.operation, table, call.body.data())


@routes.route(
    "GET",
    "/administration/exports/{table}",
    Action.ADMINISTRATION_READ,
    query=ExportQuery,
    reply=replies.SheetFile,
)
def export(call: Call, table: str) -> dict[str, Any]:
    """Uma tabela do cadastro, ou os usuários, em planilha"""
    query: ExportQuery = call.query
    made = export_table(call.ports, call.actor, table, query.format, query.empty == "yes")
    return {
        "file_name": made.file_name,
        "media_type": made.media_type,
        "content": base64.b64encode(made.content).decode(),
        "rows": made.rows,
        "complete": made.complete,
    }


def _report(call: Call, table: str) -> dict[str, Any]:
    found = check_import(call.ports, call.actor, table, call.body.data())
    rows = [
        {"line": row.line, "name": row.name, "state": row.state.value, "problems": list(row.problems)}
        for row in sorted(found.rows, key=lambda one: one.line)
    ]
    wrong = sum(bool(row.problems) for row in found.rows)
    return {
        "title": found.title,
        "unused": list(found.unused),
        "rows": rows,
        "ready": len(found.ready),
        "wrong": wrong,
    }
