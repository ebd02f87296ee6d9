"""Which permissions a user holds: given, withdrawn, and taken over while somebody is away (ACC-09).

A list of permissions is replaced as a whole, by who read its present state; they act on the very next request.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from .access import Profile
from .change_record import FieldChange
from .city_profile import STOCK_NAMES
from .errors import FieldError, InvalidRequest, Refused
from .identity import Grant, User
from .organisation import EVERY_UNIT, Unit

MAXIMUM_GRANTS = 60
LONGEST_ABSENCE = timedelta(days=366)
FIELD = "Permissão"


def granted(
    user: User,
    grants: Sequence[Grant],
    units: Mapping[str, Unit],
    away: Mapping[str, User | None],
    by: str,
    profiles: Collection[str] = STOCK_NAMES,
) -> User:
    """The user with exactly these permissions. ``away``: whom each standing in names; ``profiles``: what may be given.

    Raises InvalidRequest (``grants.N.…``); Refused ``nothing_changed``, ``own_powers``.
    """
    if len(grants) > MAXIMUM_GRANTS:
        message = f"Um usuário tem no máximo {MAXIMUM_GRANTS} permissões."
        raise InvalidRequest(FieldError("grants", "too_many", message))
    errors = [
        error
        for place, grant in enumerate(grants)
        for error in _problems(f"grants.{place}", grant, user, (units, away, profiles))
    ]
    if errors:
        raise InvalidRequest(*errors)
    wanted = tuple(dict.fromkeys(grants))
    if set(wanted) == set(user.grants):
        raise Refused("nothing_changed", "Nada foi alterado.")
    if user.id == by and _administers(user.grants) and not _administers(wanted):
        message = "Ninguém tira de si mesmo o perfil Administrador: peça a outra pessoa da administração."
        raise Refused("own_powers", message)
    return replace(user, grants=wanted, revision=user.revision + 1)


def names_away(grants: Sequence[Grant]) -> tuple[str, ...]:
    """The logins whose role somebody takes over, each once."""
    return tuple(dict.fromkeys(grant.standing_in_for for grant in grants if grant.standing_in_for))


def _administers(grants: Sequence[Grant]) -> bool:
    return any(grant.profile == Profile.ADMINISTRATOR and grant.valid_until is None for grant in grants)


def _problems(
    place: str,
    grant: Grant,
    user: User,
    around: tuple[Mapping[str, Unit], Mapping[str, User | None], Collection[str]],
) -> list[FieldError]:
    units, away, profiles = around
    found = []
    if grant in user.grants:
        # What was given before is not asked about again: its unit may have been closed, its holder dismissed.
        return []
    if grant.unit != EVERY_UNIT and (grant.unit not in units or not units[grant.unit].active):
        found.append(FieldError(f"{place}.unit", "unit_unknown", "Esta unidade não existe ou está desativada."))
    if grant.profile not in profiles:
        message = "Este perfil não existe ou está desativado."
        found.append(FieldError(f"{place}.profile", "profile_unknown", message))
    if grant.valid_from and grant.valid_until and grant.valid_until < grant.valid_from:
        message = "O fim não pode ser antes do início."
        found.append(FieldError(f"{place}.valid_until", "before_start", message))
    if grant.standing_in_for and not found:
        found += _standing_in(place, grant, user, units, away.get(grant.standing_in_for))
    return found


def _standing_in(
    place: str, grant: Grant, user: User, units: Mapping[str, Unit], absent: User | None
) -> list[FieldError]:
    field = f"{place}.standing_in_for"
    if absent is None or absent.id == user.id:
        return [FieldError(field, "user_unknown", "Indique quem se ausenta: outra pessoa, já cadastrada.")]
    start, end = grant.valid_from, grant.valid_until
    if start is None or end is None or end - start > LONGEST_ABSENCE:
        message = "A substituição tem início e fim, e dura no máximo um ano."
        return [FieldError(f"{place}.valid_until", "period_required", message)]
    if not holds(absent, grant, start, units):
        message = f"{absent.person.name} não tem este perfil nesta unidade no início da substituição."
        return [FieldError(field, "role_not_held", message)]
    return []


def holds(absent: User, grant: Grant, day: date, units: Mapping[str, Unit]) -> bool:
    """True when the role is the absent person's own: what is held for somebody else is not passed on."""
    return any(
        own.profile == grant.profile
        and not own.standing_in_for
        and own.holds_on(day)
        and (own.unit == grant.unit or (grant.unit != EVERY_UNIT and own.reaches(grant.unit, units)))
        and (own.subunits or own.unit == EVERY_UNIT or not grant.subunits)
        for own in absent.grants
    )


def grant_words(
    grant: Grant, units: Mapping[str, Unit], names: Mapping[str, str], profiles: Mapping[str, str] = STOCK_NAMES
) -> str:
    """As the screen and the history say it: ``Básico em SEMAD/RH (até 31/12/2026)``.

    ``names``: what people are called; ``profiles``: what profiles are.
    """
    unit = units.get(grant.unit)
    where = "todas as unidades" if grant.unit == EVERY_UNIT else unit.acronym if unit else grant.unit
    details = [
        f"de {grant.valid_from:%d/%m/%Y}" if grant.valid_from else "",
        f"até {grant.valid_until:%d/%m/%Y}" if grant.valid_until else "",
        "com as subunidades" if grant.subunits else "",
        f"em substituição a {names.get(grant.standing_in_for, grant.standing_in_for)}"
        if grant.standing_in_for
        else "",
    ]
    told = ", ".join(filter(None, details))
    return f"{profiles.get(grant.profile, grant.profile)} em {where}" + (f" ({told})" if told else "")


def grant_changes(
    before: User | None,
    after: User,
    units: Mapping[str, Unit],
    names: Mapping[str, str],
    profiles: Mapping[str, str] = STOCK_NAMES,
) -> tuple[FieldChange, ...]:
    """The permissions withdrawn, then those given."""
    old, new = (tuple(user.grants) if user else () for user in (before, after))
    gone = (FieldChange(FIELD, grant_words(one, units, names, profiles), "") for one in old if one not in new)
    come = (FieldChange(FIELD, "", grant_words(one, units, names, profiles)) for one in new if one not in old)
    return (*gone, *come)
