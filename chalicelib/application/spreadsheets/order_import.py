"""Write what a spreadsheet says, after its report: a job, with a result for each row (issue 5 §6, §7)."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from chalicelib.application.administration.change_entry import change_entry
from chalicelib.application.administration.create_entry import create_entry
from chalicelib.application.administration.import_user import import_user
from chalicelib.application.administration.keeping import table_named
from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.jobs.kinds import Kind
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.entry_sheet import EntryRow, unchanged
from chalicelib.domain.errors import FieldError, InvalidRequest, Refused
from chalicelib.domain.identity import Actor, Grant
from chalicelib.domain.job import ItemState, Job, JobItem, Outcome
from chalicelib.domain.policy import Action
from chalicelib.domain.user_sheet import TABLE as USERS

from .examine import examined
from .report import Looked, RowState

KIND = "import"
SAME = Outcome(ItemState.LEFT_OUT, "nothing_changed", "Já está assim.")
SAID = {RowState.SAME: SAME.message, RowState.JOINED: "A permissão vai com a primeira linha do usuário."}


def order_import(
    ports: Ports, actor: Actor, operation: Operation, table: str, data: bytes, invite: bool = False
) -> Reply:
    """-> ``{"job"}``. Rows with a problem are left out, and say why; the others are written one by one.

    ``invite``: users that are new get the link of the first access by e-mail.
    Raises InvalidRequest ``nothing_to_do`` and as ``examined``.
    """
    examination = examined(ports, actor, table, data)
    if not examination.ready:
        message = "Não há nada a gravar: as linhas têm problema ou o cadastro já está como elas dizem."
        raise InvalidRequest(FieldError("file", "nothing_to_do", message))
    action = Action.USER_KEEP if table == USERS else table_named(table).action
    items = [_item(row) for row in examination.rows]

    def put(_: Action, __: Sequence[object]) -> Order:
        # The entries of a catalogue name one another, and all of them move the one count of its changes.
        options = {"table": table, "invite": "yes" if invite else ""}
        title = f"Importar planilha: {examination.title}"
        return Order(KIND, title, items, options=options, in_turn=table != USERS)

    return begin_job(ports, actor, operation, action, (), put)


def import_kind() -> Kind:
    """The kind of job that writes a row; what writing it refuses is the row's result."""
    return Kind(_on_row)


def _item(row: Looked) -> JobItem:
    label = f"Linha {row.line}: {row.name[:60]}"
    if row.state in (RowState.NEW, RowState.CHANGED):
        return JobItem(label, row.reference)
    code = "row_with_problem" if row.problems else "nothing_changed"
    return JobItem(label, {}, ItemState.LEFT_OUT, code, " ".join(row.problems)[:400] or SAID[row.state])


def _on_row(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
) -> Outcome:
    try:
        if job.options["table"] == USERS:
            return _user(ports, actor, operation, reference, bool(job.options.get("invite")))
        return _entry(ports, actor, operation, reference, job.options["table"])
    except Refused as refusal:
        if refusal.code == "nothing_changed":
            return SAME
        raise


def _user(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], invite: bool
) -> Outcome:
    given = dict(reference)
    login, grants = given.pop("login"), json.loads(given.pop("grants", "[]"))
    permissions = [_unpacked(*grant) for grant in grants]
    made = import_user(ports, actor, operation, login, given, permissions, invite)
    return Outcome(message="Cadastrado." if made["revision"] == 1 else "Alterado.")


def _unpacked(unit: str, profile: str, start: str | None, end: str | None, subunits: bool) -> Grant:
    begins, ends = (date.fromisoformat(day) if day else None for day in (start, end))
    return Grant(unit, profile, begins, ends, subunits)


def _entry(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], name: str
) -> Outcome:
    table, code, values = table_named(name), reference["code"], json.loads(reference["values"])
    # The row before may have made what this one names: whoever keeps catalogues in memory looks again.
    ports.identity.user(actor.tenant, actor.user.id)
    entries = {entry.code: entry for entry in ports.register.entries(name)}
    before = entries.get(code)
    if before is None:
        create_entry(ports, actor, operation, name, code, values)
        return Outcome(message="Criado.")
    if unchanged(table, EntryRow(0, code, values, before)):
        return SAME
    change_entry(ports, actor, operation, name, code, before.revision, values)
    return Outcome(message="Alterado.")
