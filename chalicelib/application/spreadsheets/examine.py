"""Each row of a spreadsheet looked at before anything is written: what it would make, and what is wrong with it."""

from chalicelib.application.administration.keeping import table_named
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.sheet import sheet_of
from chalicelib.domain.user_sheet import TABLE as USERS

from .look_entries import look_entries
from .look_users import look_users
from .report import Examination


def examined(ports: Ports, actor: Actor, table: str, data: bytes) -> Examination:
    """Writes nothing. Raises Forbidden, NotFound ``table_not_found``, InvalidRequest ``file``."""
    if table == USERS:
        allow(actor, Action.USER_KEEP)
        return look_users(ports, actor, sheet_of(ports.spreadsheets.read(data)))
    declared = table_named(table)
    allow(actor, declared.action)
    return look_entries(ports, declared, sheet_of(ports.spreadsheets.read(data)))
