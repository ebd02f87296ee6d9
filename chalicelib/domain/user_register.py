"""Users as the administration keeps them: their data, and who may not be let in any more (ACC-08)."""

import re
from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from .change_record import FieldChange, differences
from .errors import Conflict, FieldError, InvalidRequest, NotFound, Refused
from .identity import User
from .organisation import Agency
from .taxpayer import bare, is_cpf

LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
#: Whole names stay between a person and the record: of a CPF the history shows the middle only (LGPD, art. 6º).
MASKED = "***.{}.{}-**"


@dataclass(frozen=True, slots=True)
class UserData:
    """The form of a user; ``taxpayer`` as typed, with or without punctuation."""

    name: str
    agency: str
    email: str = ""
    social_name: str = ""
    taxpayer: str = ""


def check_login(login: str) -> str:
    """Raises InvalidRequest ``login`` ``invalid``."""
    if not LOGIN.fullmatch(login):
        message = "Use de 2 a 60 letras minúsculas sem acento, números, ponto ou hífen, como em ana.lima."
        raise InvalidRequest(FieldError("login", "invalid", message))
    return login


def check_data(data: UserData, agencies: "dict[str, Agency]") -> UserData:
    """The form with a bare CPF. Raises InvalidRequest, field by field."""
    number = bare(data.taxpayer)
    errors = []
    if not data.name:
        errors.append(FieldError("name", "required", "Informe o nome."))
    if data.agency not in agencies:
        errors.append(FieldError("agency", "agency_unknown", "Este órgão não existe."))
    if data.email and not EMAIL.fullmatch(data.email):
        errors.append(FieldError("email", "invalid", "O endereço de e-mail não é válido."))
    if number and not is_cpf(number):
        errors.append(FieldError("taxpayer", "invalid", "O CPF não confere: verifique os algarismos."))
    if errors:
        raise InvalidRequest(*errors)
    return replace(data, taxpayer=number)


def created(tenant: str, login: str, data: UserData) -> User:
    """A user that may enter once there is a permission and a password."""
    return _with(User(login, tenant, data.name, data.agency, revision=1), data)


def changed(user: User, data: UserData) -> User:
    """Raises Refused ``nothing_changed``."""
    after = _with(user, data)
    if after == user:
        raise Refused("nothing_changed", "Nada foi alterado.")
    return replace(after, revision=user.revision + 1)


def blocked(user: User, by: str, at: datetime) -> User:
    """Nobody enters as this user, and every session of theirs is over at once.

    Raises Refused ``own_powers``, ``user_blocked``.
    """
    if user.id == by:
        raise Refused("own_powers", "Ninguém bloqueia a si mesmo: peça a outra pessoa da administração.")
    if user.blocked:
        raise Refused("user_blocked", "Este usuário já está bloqueado.")
    return replace(
        user, blocked=True, blocked_at=at, session_epoch=user.session_epoch + 1, revision=user.revision + 1
    )


def unblocked(user: User) -> User:
    """Sessions from before the block stay over. Raises Refused ``user_not_blocked``."""
    if not user.blocked:
        raise Refused("user_not_blocked", "Este usuário não está bloqueado.")
    return replace(user, blocked=False, blocked_at=None, revision=user.revision + 1)


def seen(user: User | None, expected: int) -> User:
    """The user, if nobody changed it since it was read. Raises NotFound; Conflict ``user_changed``; Refused as
    ``check_not_gone``.
    """
    if user is None:
        raise NotFound("user_not_found", "Este usuário não existe.")
    if user.revision != expected:
        message = "Outra pessoa alterou este usuário ao mesmo tempo. Confira como ficou e repita."
        raise Conflict("user_changed", message)
    check_not_gone(user)
    return user


def check_not_gone(user: User) -> None:
    """Nothing more is written of somebody whose data were erased (LGPD). Raises Refused ``user_erased``."""
    if user.erased_at:
        message = "Os dados deste usuário foram eliminados. Quem volta a trabalhar aqui é cadastrado com outro usuário."
        raise Refused("user_erased", message)


def check_taxpayer(owner: str | None, login: str) -> None:
    """One CPF, one user. Raises InvalidRequest ``taxpayer`` ``taxpayer_taken``."""
    if owner not in (None, login):
        raise InvalidRequest(FieldError("taxpayer", "taxpayer_taken", f"Este CPF é do usuário {owner}."))


def described(user: User, agencies: "dict[str, Agency]") -> dict[str, str]:
    """The data in the words of the screen, as its history keeps them."""
    agency = agencies.get(user.agency)
    return {
        "Nome": user.name,
        "Nome social": user.social_name,
        "CPF": masked(user.taxpayer),
        "E-mail": user.email,
        "Órgão": agency.acronym if agency else user.agency,
    }


def data_changes(before: User | None, after: User, agencies: "dict[str, Agency]") -> tuple[FieldChange, ...]:
    """What the form changed. A CPF that changed only outside of what is shown is still told as changed."""
    found = differences(described(before, agencies) if before else {}, described(after, agencies))
    old = before.taxpayer if before else ""
    if old != after.taxpayer and masked(old) == masked(after.taxpayer):
        found = (*found, FieldChange("CPF", masked(old), "outro número"))
    return found


def masked(taxpayer: str) -> str:
    """Of a CPF, the six places in the middle."""
    return MASKED.format(taxpayer[3:6], taxpayer[6:9]) if len(taxpayer) == 11 else ""


def _with(user: User, data: UserData) -> User:
    return replace(
        user,
        name=data.name,
        agency=data.agency,
        email=data.email,
        social_name=data.social_name,
        taxpayer=data.taxpayer,
    )
