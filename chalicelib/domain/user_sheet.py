"""Users as rows of a spreadsheet: a row is a person with at most one permission; the same user again adds another.

A row adds and changes; it never takes a permission away, and what it leaves empty stays (ACC-08, ACC-09).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import Any

from chalicelib.domain.value import dataclass

from .catalogue_table import FieldKind, Names, TableField
from .city_profile import STOCK_NAMES
from .errors import FieldError, InvalidRequest, Refused
from .granting import granted
from .identity import Grant, User
from .organisation import EVERY_UNIT, Agency, Unit
from .sheet import SheetRow, cell_of, day_words, flag, read_cells
from .taxpayer import bare
from .user_register import UserData, changed, check_data, check_login, check_not_gone, created

TABLE = "users"
TITLE = "Usuários"
EVERYWHERE = "Todas"
FIELDS = (
    TableField("login", "Usuário", required=True),
    TableField("name", "Nome civil"),
    TableField("social_name", "Nome social"),
    TableField("taxpayer", "CPF"),
    TableField("email", "E-mail"),
    TableField("agency", "Órgão", FieldKind.ENTRY, table="agencies"),
    TableField("unit", "Unidade", FieldKind.ENTRY, table="units"),
    TableField("profile", "Perfil", FieldKind.ENTRY, table="every-profile"),
    TableField("valid_from", "De", FieldKind.DAY),
    TableField("valid_until", "Até", FieldKind.DAY),
    TableField("subunits", "Com as subunidades", FieldKind.FLAG),
)
LABELS = {one.name: one.label for one in FIELDS}
DATA = ("name", "social_name", "taxpayer", "email", "agency")
LONGEST = {"name": 200, "social_name": 200, "email": 200}
GRANT = ("unit", "profile", "valid_from", "valid_until", "subunits")


@dataclass(frozen=True, slots=True)
class UserRow:
    """``given`` are the data that the row tells, by the name of their field."""

    line: int
    login: str
    given: Mapping[str, str] = field(default_factory=dict)
    grant: Grant | None = None
    problems: tuple[str, ...] = ()


def sheet_names(names: Names) -> Names:
    """With the word for every unit beside the units."""
    return {**names, "units": {**names["units"], EVERY_UNIT: EVERYWHERE}}


def read_user_row(row: SheetRow, names: Names) -> UserRow:
    """A row by itself; ``names`` as ``sheet_names`` makes them."""
    told, problems = read_cells(FIELDS, row, names)
    login = str(told.get("login", "")).lower()
    data = {name: str(told[name]) for name in DATA if name in told}
    if "taxpayer" in data:
        # A spreadsheet that takes a CPF for a number loses the zeros at its beginning.
        number = bare(data["taxpayer"])
        data["taxpayer"] = number.zfill(11) if number.isdecimal() and 8 < len(number) < 11 else number
    problems += [
        f"{LABELS[name]}: o texto é longo demais, o máximo são {most} letras."
        for name, most in LONGEST.items()
        if len(data.get(name, "")) > most
    ]
    if not login:
        problems.insert(0, "Usuário: falta o nome com que a pessoa entra, como em ana.lima.")
    else:
        problems += sentences(lambda: check_login(login))
    grant = _grant(told, problems)
    return UserRow(row.line, login, data, grant, tuple(problems))


def _grant(told: Mapping[str, Any], problems: list[str]) -> Grant | None:
    if not any(name in told for name in GRANT):
        return None
    for name, other in (("unit", "profile"), ("profile", "unit")):
        if name not in told and not any(one.startswith(f"{LABELS[name]}:") for one in problems):
            why = f"{LABELS[name]}: falta dizer, porque há {LABELS[other].lower()}."
            problems.append(why if other in told else f"{LABELS[name]}: falta dizer, para dar a permissão.")
    if "unit" not in told or "profile" not in told:
        return None
    start, end = (date.fromisoformat(told[name]) if name in told else None for name in ("valid_from", "valid_until"))
    return Grant(told["unit"], told["profile"], start, end, bool(told.get("subunits")))


def repeated(first: UserRow, again: UserRow) -> tuple[str, ...]:
    """What a later row of the same user says otherwise than the first."""
    found = [
        f"{LABELS[name]}: não é o mesmo da linha {first.line}, do mesmo usuário."
        for name, value in again.given.items()
        if first.given.get(name, value) != value
    ]
    if again.grant is None and not again.problems:
        found.append(f"Usuário: repete a linha {first.line} e não traz outra permissão.")
    return tuple(found)


def imported(
    before: User | None,
    tenant: str,
    login: str,
    given: Mapping[str, str],
    grants: Sequence[Grant],
    surroundings: tuple[dict[str, Agency], Mapping[str, Unit]],
    by: str,
    profiles: Collection[str] = STOCK_NAMES,
) -> User:
    """The user as the rows say, with the permissions there were and those that are new.

    Raises InvalidRequest, Refused ``nothing_changed`` and as ``granting.granted``.
    """
    agencies, units = surroundings
    user = before or User(login, tenant, "", "")
    data = UserData(user.name, user.agency, user.email, user.social_name, user.taxpayer)
    check_not_gone(user)
    data = check_data(replace(data, **given), agencies)
    after = created(tenant, login, data) if before is None else _changed(before, data)
    more = [one for one in dict.fromkeys(grants) if one not in after.grants]
    if more:
        after = granted(after, (*after.grants, *more), units, {}, by, profiles)
    if after == before:
        raise Refused("nothing_changed", "Nada foi alterado.")
    return replace(after, revision=before.revision + 1 if before else 1)


def _changed(user: User, data: UserData) -> User:
    try:
        return changed(user, data)
    except Refused:
        return user


def sentences(rule: Callable[[], object]) -> list[str]:
    """What a rule refuses, as a report says it: each sentence with the column it is about."""
    try:
        rule()
    except InvalidRequest as refusal:
        return sentences_of(refusal)
    return []


def sentences_of(refusal: InvalidRequest) -> list[str]:
    """Each field's sentence, with the column that it is about."""
    return [_sentence(one) for one in refusal.errors]


def _sentence(error: FieldError) -> str:
    label = LABELS.get(error.field.rpartition(".")[2])
    return f"{label}: {error.message}" if label else error.message


def user_lines(user: User, names: Names) -> list[list[str]]:
    """A row for each permission, or one; roles held for somebody else stay out: they are given one by one."""
    own = [grant for grant in user.grants if not grant.standing_in_for]
    agency = cell_of(FIELDS[5], user.agency, names)
    data = [user.id, user.name, user.social_name, user.taxpayer, user.email, agency]
    return [[*data, *_grant_cells(grant, names)] for grant in own] or [[*data, "", "", "", "", ""]]


def _grant_cells(grant: Grant, names: Names) -> list[str]:
    unit, profile = cell_of(FIELDS[6], grant.unit, names), cell_of(FIELDS[7], grant.profile, names)
    days = [day_words(grant.valid_from), day_words(grant.valid_until)]
    return [unit, profile, *days, flag(True) if grant.subunits else ""]
