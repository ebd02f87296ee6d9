"""Users and their permissions, for who administers them (ACC-08, ACC-09)."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.administration.block_user import block_user
from chalicelib.application.administration.change_user import change_user
from chalicelib.application.administration.create_user import create_user
from chalicelib.application.administration.read_user import KnownUser, read_user
from chalicelib.application.administration.search_users import search_users
from chalicelib.application.administration.set_grants import set_grants
from chalicelib.application.administration.unblock_user import unblock_user
from chalicelib.domain.identity import Grant, User
from chalicelib.domain.organisation import EVERY_UNIT
from chalicelib.domain.password_link import PasswordLink
from chalicelib.domain.policy import Action
from chalicelib.domain.user_register import UserData

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body, Code, Cursor, Day, Identifier, read_if_match

routes = Routes("users")

ALL, ONE = "/administration/users", "/administration/users/{user}"
Name = Annotated[str, StringConstraints(max_length=200)]
Reason = Annotated[str, StringConstraints(min_length=3, max_length=500)]


class UsersQuery(Body):
    """Part of a name, login or e-mail, or a whole CPF; or the people of a unit."""

    query: Annotated[str, StringConstraints(max_length=200)] = ""
    unit: Identifier | None = None
    cursor: Cursor | None = None


class UserBody(Body):
    """The form of a user."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    agency: Identifier
    social_name: Name = ""
    taxpayer: Annotated[str, StringConstraints(max_length=20)] = ""
    email: Name = ""

    def data(self) -> UserData:
        """As the use cases take it."""
        return UserData(self.name, self.agency, self.email, self.social_name, self.taxpayer)


class NewUserBody(UserBody):
    """The form of a new user; the login is never changed afterwards."""

    login: Code


class ReasonBody(Body):
    """Why."""

    reason: Reason


class GrantBody(Body):
    """A permission; ``unit`` ``*`` is every unit."""

    unit: Identifier | Annotated[str, StringConstraints(pattern=r"^\*$")]
    profile: Identifier
    valid_from: Day | None = None
    valid_until: Day | None = None
    subunits: bool = False
    standing_in_for: Annotated[str, StringConstraints(max_length=80)] = ""


class GrantsBody(Body):
    """All permissions of a user, as they shall be."""

    grants: Annotated[tuple[GrantBody, ...], Field(max_length=100)]

    def read(self) -> list[Grant]:
        """As the use case takes them."""
        return [
            Grant(one.unit, one.profile, one.valid_from, one.valid_until, one.subunits, one.standing_in_for)
            for one in self.grants
        ]


@routes.route("GET", ALL, Action.ADMINISTRATION_READ, query=UsersQuery, reply=replies.UserPage)
def search(call: Call) -> dict[str, Any]:
    """Usuários, por nome, login, CPF ou unidade"""
    query: UsersQuery = call.query
    page = search_users(call.ports, call.actor, query.query, query.unit, query.cursor)
    return {"items": [_line(call, user) for user in page.items], "next_cursor": page.next_cursor}


@routes.route("GET", ONE, Action.ADMINISTRATION_READ, reply=replies.UserRecord)
def read(call: Call, user: str) -> dict[str, Any]:
    """Um usuário e suas permissões"""
    return _card(call, read_user(call.ports, call.actor, user))


@routes.route("POST", ALL, Action.USER_KEEP, body=NewUserBody, reply=replies.RegisterSaved, status=201)
def create(call: Call) -> Any:
    """Cadastrar usuário"""
    return create_user(call.ports, call.actor, call.operation, call.body.login, call.body.data())


@routes.route("PUT", ONE, Action.USER_KEEP, body=UserBody, reply=replies.RegisterSaved, if_match=True)
def change(call: Call, user: str) -> Any:
    """Alterar os dados de um usuário"""
    return change_user(call.ports, call.actor, call.operation, user, _seen(call), call.body.data())


@routes.route(
    "POST", ONE + "/blocking", Action.USER_KEEP, body=ReasonBody, reply=replies.RegisterSaved, if_match=True
)
def block(call: Call, user: str) -> Any:
    """Bloquear um usuário e encerrar as sessões dele"""
    return block_user(call.ports, call.actor, call.operation, user, _seen(call), call.body.reason)


@routes.route(
    "POST", ONE + "/unblocking", Action.USER_KEEP, body=ReasonBody, reply=replies.RegisterSaved, if_match=True
)
def unblock(call: Call, user: str) -> Any:
    """Desbloquear um usuário"""
    return unblock_user(call.ports, call.actor, call.operation, user, _seen(call), call.body.reason)


@routes.route(
    "PUT", ONE + "/grants", Action.USER_GRANT, body=GrantsBody, reply=replies.RegisterSaved, if_match=True
)
def grant(call: Call, user: str) -> Any:
    """Dar e retirar permissões de um usuário"""
    return set_grants(call.ports, call.actor, call.operation, user, _seen(call), call.body.read())


def _seen(call: Call) -> int:
    return read_if_match(call.header("If-Match"))


def _today(call: Call) -> date:
    return call.ports.now().astimezone(call.ports.zone).date()


def _acronym(call: Call, unit: str) -> str:
    known = call.ports.catalogues.units().get(unit)
    return known.acronym if known else unit


def _line(call: Call, user: User) -> dict[str, Any]:
    today = _today(call)
    held = dict.fromkeys(grant.unit for grant in user.grants if grant.holds_on(today))
    agency = call.ports.catalogues.agencies().get(user.agency)
    return {
        "id": user.id,
        "name": user.person.name,
        "email": user.email,
        "agency": agency.acronym if agency else user.agency,
        "blocked": user.blocked,
        "units": ["Todas" if unit == EVERY_UNIT else _acronym(call, unit) for unit in held],
        "revision": user.revision,
    }


def _card(call: Call, known: KnownUser) -> dict[str, Any]:
    user = known.user
    return {
        "id": user.id,
        "name": user.name,
        "social_name": user.social_name,
        "taxpayer": user.taxpayer,
        "email": user.email,
        "agency": user.agency,
        "blocked": user.blocked,
        "grants": [_grant(call, grant, known.away) for grant in user.grants],
        "has_password": known.has_password,
        "password_link": _link(known.link) if known.link else None,
        "revision": user.revision,
    }


def _link(link: PasswordLink) -> dict[str, Any]:
    return {
        "purpose": link.purpose.value,
        "state": link.state.value,
        "ordered_at": presenting.instant(link.letter.at),
        "expires_at": presenting.instant(link.expires_at) if link.expires_at else None,
        "reason": link.reason,
    }


def _grant(call: Call, one: Grant, names: dict[str, str]) -> dict[str, Any]:
    today = _today(call)
    future = one.valid_from is not None and one.valid_from > today
    absent = one.standing_in_for
    return {
        "unit": one.unit,
        "unit_acronym": _acronym(call, one.unit),
        "profile": one.profile,
        "valid_from": one.valid_from.isoformat() if one.valid_from else None,
        "valid_until": one.valid_until.isoformat() if one.valid_until else None,
        "subunits": one.subunits,
        "standing_in_for": {"id": absent, "name": names.get(absent, absent)} if absent else None,
        "state": "future" if future else "current" if one.holds_on(today) else "past",
    }
