"""The rows of a sheet of users, beside the users that there are (ACC-08, ACC-09)."""

import json
from collections.abc import Sequence
from typing import Any

from chalicelib.application.administration.naming import offered_names
from chalicelib.application.authorisation import subject
from chalicelib.application.ports import Ports
from chalicelib.application.references import TaxpayerKey, UserKey
from chalicelib.domain.city_profile import CATALOGUE as PROFILES
from chalicelib.domain.city_profile import given_profiles
from chalicelib.domain.errors import InvalidRequest, Refused
from chalicelib.domain.identity import Actor, Grant, User
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.sheet import Sheet
from chalicelib.domain.taxpayer import is_cpf
from chalicelib.domain.user_register import check_taxpayer
from chalicelib.domain.user_sheet import (
    FIELDS,
    TITLE,
    UserRow,
    imported,
    read_user_row,
    repeated,
    sentences,
    sentences_of,
    sheet_names,
)

from .report import Examination, Looked, RowState

MAY_NOT_GRANT = "Unidade: você pode cadastrar usuários, mas não dar permissões."


def look_users(ports: Ports, actor: Actor, sheet: Sheet) -> Examination:
    """Each row with what it would do; all users of the sheet are read together."""
    names = sheet_names(offered_names(ports.catalogues))
    rows = [read_user_row(row, names) for row in sheet.rows]
    desk = _Desk(ports, actor, rows)
    groups: dict[str, list[UserRow]] = {}
    for row in rows:
        groups.setdefault(row.login or f"#{row.line}", []).append(row)
    looked = [line for group in groups.values() for line in desk.look(group)]
    return Examination(TITLE, sheet.unused(FIELDS), tuple(sorted(looked, key=lambda one: one.line)))


class _Desk:
    """What there is: the users, whose each CPF is, and in which row of the sheet each CPF came first."""

    def __init__(self, ports: Ports, actor: Actor, rows: Sequence[UserRow]) -> None:
        self._tenant, self._by = actor.tenant, actor.user.id
        self._grants = decide(subject(actor), Action.USER_GRANT).allowed
        self._around = (dict(ports.catalogues.agencies()), ports.catalogues.units())
        self._profiles = given_profiles(ports.catalogues.plain(PROFILES))
        logins = list(dict.fromkeys(row.login for row in rows if row.login))
        numbers = list(dict.fromkeys(row.given["taxpayer"] for row in rows if row.given.get("taxpayer")))
        found = ports.reader.get(*map(UserKey, logins), *map(TaxpayerKey, numbers)) if logins else ()
        self._users: dict[str, User | None] = dict(zip(logins, found[: len(logins)], strict=True))
        self._owners: dict[str, str | None] = dict(zip(numbers, found[len(logins) :], strict=True)) if logins else {}
        self._came: dict[str, UserRow] = {}

    def look(self, group: Sequence[UserRow]) -> list[Looked]:
        """The rows of one user: the first is done, with the permissions of all that say nothing wrong."""
        first, *others = group
        before = self._users.get(first.login)
        name = first.given.get("name") or (before.person.name if before else first.login)
        own = self._problems(first, before)
        said = (f"Usuário: a linha {first.line}, do mesmo usuário, tem problema.",) if own else ()
        joined = [(row, (*row.problems, *repeated(first, row), *self._may(row.grant), *said)) for row in others]
        good = (first, *(row for row, wrong in joined if not wrong))
        done = self._done(first, before, [row.grant for row in good if row.grant], name) if not own else None
        return [
            done or Looked(first.line, name, RowState.WRONG, tuple(own)),
            *(Looked(row.line, name, RowState.WRONG if wrong else RowState.JOINED, wrong) for row, wrong in joined),
        ]

    def _done(self, row: UserRow, before: User | None, grants: Sequence[Grant], name: str) -> Looked:
        state, told = self._tried(row, before, grants)
        reference = {"login": row.login, **row.given}
        if grants:
            reference["grants"] = json.dumps([_packed(grant) for grant in grants])
        return Looked(row.line, name, state, tuple(told), reference)

    def _problems(self, row: UserRow, before: User | None) -> list[str]:
        found = [*row.problems, *self._may(row.grant)]
        number = row.given.get("taxpayer", "")
        if is_cpf(number):
            found += sentences(lambda: check_taxpayer(self._owners.get(number), row.login))
            came = self._came.setdefault(number, row)
            if came.login != row.login:
                found.append(f"CPF: é o mesmo da linha {came.line}, de outro usuário.")
        if not row.problems:
            found += self._tried(row, before, [row.grant] if row.grant else [])[1]
        return found

    def _tried(self, row: UserRow, before: User | None, grants: Sequence[Grant]) -> tuple[RowState, list[str]]:
        try:
            imported(before, self._tenant, row.login, row.given, grants, self._around, self._by, self._profiles)
        except InvalidRequest as refusal:
            return RowState.WRONG, sentences_of(refusal)
        except Refused as refusal:
            same = refusal.code == "nothing_changed"
            return (RowState.SAME, []) if same else (RowState.WRONG, [refusal.message])
        return (RowState.CHANGED if before else RowState.NEW), []

    def _may(self, grant: Grant | None) -> tuple[str, ...]:
        return (MAY_NOT_GRANT,) if grant and not self._grants else ()


def _packed(grant: Grant) -> list[Any]:
    days = [day.isoformat() if day else None for day in (grant.valid_from, grant.valid_until)]
    return [grant.unit, grant.profile, *days, grant.subunits]

