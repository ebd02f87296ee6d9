"""Acervo de sigilosos, of the unit and of the agency (SIG-08)."""

from typing import Annotated, Any, Literal

from pydantic import Field

from chalicelib.application.holdings.acting import MAXIMUM
from chalicelib.application.holdings.activate import activate_credentials
from chalicelib.application.holdings.cancel import Chosen, cancel_credentials
from chalicelib.application.holdings.export import export_holdings
from chalicelib.application.holdings.list import HoldingLine, list_holdings
from chalicelib.application.session.reauthentication import Typed
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body, Cursor, Identifier, OneTimeCode, Password

routes = Routes("holdings")


class HoldingsQuery(Body):
    """A page of them."""

    cursor: Cursor | None = None


class Activation(Body):
    """Who receives a credential of which processes; the password of who gives it."""

    password: Password
    one_time_code: OneTimeCode = ""
    processes: Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=MAXIMUM)]
    user: Identifier
    unit: Identifier


class ChosenCredential(Body):
    """One credential of a process."""

    process: Identifier
    user: Identifier
    unit: Identifier


class Cancellation(Body):
    """Which credentials; the password of who cancels them."""

    password: Password
    one_time_code: OneTimeCode = ""
    credentials: Annotated[tuple[ChosenCredential, ...], Field(min_length=1, max_length=MAXIMUM)]


@routes.route("GET", "/holdings/unit", Action.HOLDINGS_READ_UNIT, query=HoldingsQuery, reply=replies.Holdings)
def of_unit(call: Call) -> dict[str, Any]:
    """Acervo de sigilosos da unidade"""
    return _page(call, everywhere=False)


@routes.route("GET", "/holdings/agency", Action.HOLDINGS_READ_ALL, query=HoldingsQuery, reply=replies.Holdings)
def of_agency(call: Call) -> dict[str, Any]:
    """Acervo global de sigilosos"""
    return _page(call, everywhere=True)


@routes.route("GET", "/holdings/unit/export", Action.HOLDINGS_READ_UNIT, reply=replies.Spreadsheet)
def export_unit(call: Call) -> dict[str, Any]:
    """Baixar o acervo da unidade em planilha"""
    return _sheet(call, everywhere=False)


@routes.route("GET", "/holdings/agency/export", Action.HOLDINGS_READ_ALL, reply=replies.Spreadsheet)
def export_agency(call: Call) -> dict[str, Any]:
    """Baixar o acervo global em planilha"""
    return _sheet(call, everywhere=True)


@routes.route(
    "POST", "/holdings/activations", Action.HOLDINGS_ACTIVATE, body=Activation, reply=replies.HoldingsDone
)
def activate(call: Call) -> Any:
    """Ativar credencial de processos do acervo"""
    form: Activation = call.body
    typed = Typed(form.password, form.one_time_code)
    wanted = form.processes, form.user, form.unit
    return activate_credentials(call.ports, call.actor, call.operation, typed, *wanted)


@routes.route(
    "POST", "/holdings/cancellations", Action.HOLDINGS_CANCEL, body=Cancellation, reply=replies.HoldingsDone
)
def cancel(call: Call) -> Any:
    """Cancelar credenciais inativas do acervo"""
    form: Cancellation = call.body
    chosen = [Chosen(one.process, one.user, one.unit) for one in form.credentials]
    typed = Typed(form.password, form.one_time_code)
    return cancel_credentials(call.ports, call.actor, call.operation, typed, chosen)


def _page(call: Call, everywhere: bool) -> dict[str, Any]:
    found = list_holdings(call.ports, call.actor, everywhere, call.query.cursor)
    return {"items": [_line(each) for each in found.items], "next_cursor": found.next_cursor}


def _sheet(call: Call, everywhere: bool) -> dict[str, Any]:
    made = export_holdings(call.ports, call.actor, everywhere)
    return {"content": made.content, "rows": made.rows, "complete": made.complete}


def _line(each: HoldingLine) -> dict[str, Any]:
    row = each.credential
    state: Literal["active", "inactive"] = "active" if each.active else "inactive"
    return {
        "process": row.row.process,
        "nup": row.row.nup,
        "type": presenting.named(row.row.type),
        "unit": presenting.unit_name(row.unit),
        "user": presenting.person(row.user),
        "state": state,
        "granted_by": presenting.person(row.by),
        "granted_at": presenting.instant(row.at),
    }
