"""Confidential processes: opening with the password, the list of what one may open, credentials (SIG-01 to SIG-06)."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.confidential.close import close_confidential
from chalicelib.application.confidential.list_held import list_held
from chalicelib.application.confidential.open import open_confidential
from chalicelib.application.confidential.row import CredentialRow
from chalicelib.application.credentials.grant import grant_credential
from chalicelib.application.credentials.grant_signing import grant_signing_credential
from chalicelib.application.credentials.list import list_credentials
from chalicelib.application.credentials.renew import renew_credential
from chalicelib.application.credentials.renounce import renounce_credential
from chalicelib.application.credentials.revoke import revoke_credential
from chalicelib.application.credentials.revoke_signing import revoke_signing_credential
from chalicelib.application.credentials.transfer import transfer_credential
from chalicelib.application.session.reauthentication import Typed
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.credential import AccessCredential, SigningCredential
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from . import inbox, presenting, replies
from .routes import Answer, Call, Routes
from .validation import Body, Identifier, OneTimeCode

routes = Routes("confidential")

Cursor = Annotated[str, StringConstraints(max_length=2000)]
Password = Annotated[str, StringConstraints(min_length=1, max_length=256)]


class Opening(Body):
    """Identificação de acesso (SIG-01)."""

    password: Password
    one_time_code: OneTimeCode = ""


class HeldQuery(Body):
    """A page of the list; ``at_hand``: only what one has not concluded."""

    at_hand: bool = False
    cursor: Cursor | None = None


class Holder(Body):
    """Whose credential: a person in a unit."""

    user: Identifier
    unit: Identifier


class Nothing(Body):
    """An act that needs no data."""


@routes.route("GET", "/confidential", Action.CONFIDENTIAL_LIST, query=HeldQuery, reply=replies.HeldProcesses)
def held(call: Call) -> dict[str, Any]:
    """Processos com credencial na unidade"""
    query: HeldQuery = call.query
    found = list_held(call.ports, call.actor, query.at_hand, query.cursor)
    opened = frozenset(call.session.openings)
    return {
        "items": [_line(row, found.arrangement, found.today, opened) for row in found.page.items],
        "next_cursor": found.page.next_cursor,
    }


@routes.route(
    "POST",
    "/processes/{process}/openings",
    Action.CONFIDENTIAL_OPEN,
    body=Opening,
    reply=replies.Opened,
    status=201,
)
def open_with_password(call: Call, process: str) -> dict[str, Any]:
    """Abrir processo sigiloso"""
    typed = Typed(call.body.password, call.body.one_time_code)
    opened = open_confidential(call.ports, call.actor, call.operation, call.session, process, typed)
    return {"until": presenting.instant(datetime.fromisoformat(opened["until"]))}


@routes.route("DELETE", "/processes/{process}/openings", Action.CONFIDENTIAL_CLOSE, status=204, writes=False)
def close(call: Call, process: str) -> Answer:
    """Fechar processo sigiloso"""
    close_confidential(call.ports, call.actor, call.session, process)
    return Answer(None)


@routes.route(
    "GET", "/processes/{process}/credentials", Action.CREDENTIAL_LIST, reply=replies.ProcessCredentials
)
def credentials(call: Call, process: str) -> dict[str, Any]:
    """Credenciais do processo sigiloso"""
    found = list_credentials(call.ports, call.actor, process)
    # The live ones first, then the ended, each by when it was given.
    given = sorted(found.credentials, key=lambda each: (not each.live, each.at))
    return {
        "items": [_credential(each, call.actor) for each in given],
        "signing": [_signing(each, call.actor) for each in found.signing],
    }


@routes.route(
    "POST",
    "/processes/{process}/credentials",
    Action.CREDENTIAL_GRANT,
    body=Holder,
    reply=replies.Version,
    status=201,
)
def grant(call: Call, process: str) -> Any:
    """Conceder credencial de acesso"""
    who: Holder = call.body
    return grant_credential(call.ports, call.actor, call.operation, process, who.user, who.unit)


@routes.route(
    "POST",
    "/processes/{process}/credentials/revocations",
    Action.CREDENTIAL_REVOKE,
    body=Holder,
    reply=replies.Version,
)
def revoke(call: Call, process: str) -> Any:
    """Cassar credencial de acesso"""
    who: Holder = call.body
    return revoke_credential(call.ports, call.actor, call.operation, process, who.user, who.unit)


@routes.route(
    "POST",
    "/processes/{process}/credentials/renewals",
    Action.CREDENTIAL_RENEW,
    body=Holder,
    reply=replies.Version,
)
def renew(call: Call, process: str) -> Any:
    """Renovar credencial de acesso"""
    who: Holder = call.body
    return renew_credential(call.ports, call.actor, call.operation, process, who.user, who.unit)


@routes.route(
    "POST",
    "/processes/{process}/credentials/renunciations",
    Action.CREDENTIAL_RENOUNCE,
    body=Nothing,
    reply=replies.Version,
)
def renounce(call: Call, process: str) -> Any:
    """Renunciar à própria credencial"""
    return renounce_credential(call.ports, call.actor, call.operation, process)


@routes.route(
    "POST",
    "/processes/{process}/credentials/transfers",
    Action.CREDENTIAL_TRANSFER,
    body=Holder,
    reply=replies.Version,
    status=201,
)
def transfer(call: Call, process: str) -> Any:
    """Transferir credencial de acesso"""
    who: Holder = call.body
    return transfer_credential(call.ports, call.actor, call.operation, process, who.user, who.unit)


@routes.route(
    "POST",
    "/processes/{process}/documents/{document}/signing-credentials",
    Action.SIGNING_CREDENTIAL_GRANT,
    body=Holder,
    reply=replies.Version,
    status=201,
)
def grant_signing(call: Call, process: str, document: str) -> Any:
    """Conceder credencial de assinatura"""
    who: Holder = call.body
    return grant_signing_credential(call.ports, call.actor, call.operation, (process, document), who.user, who.unit)


@routes.route(
    "POST",
    "/processes/{process}/documents/{document}/signing-credentials/revocations",
    Action.SIGNING_CREDENTIAL_REVOKE,
    body=Holder,
    reply=replies.Version,
)
def revoke_signing(call: Call, process: str, document: str) -> Any:
    """Cassar credencial de assinatura"""
    who: Holder = call.body
    return revoke_signing_credential(call.ports, call.actor, call.operation, (process, document), who.user, who.unit)


def _signing(each: SigningCredential, actor: Actor) -> dict[str, Any]:
    return {
        "document": each.document,
        "label": each.label,
        "user": presenting.person(each.user),
        "unit": presenting.unit_name(each.unit),
        "granted_by": presenting.person(each.by),
        "granting_unit": presenting.unit_name(each.by_unit),
        "granted_at": presenting.instant(each.at),
        "revocable": each.by_unit.id == actor.unit.id,
    }


def _line(row: CredentialRow, arranged: Arrangement, today: date, opened: frozenset[str]) -> dict[str, Any]:
    standing = "unopened" if row.row.unread else "in_session" if row.row.process in opened else "opened"
    return {
        **inbox.row(row.row, arranged, today),
        "standing": standing,
        "open": row.row.open,
        "granted_by": presenting.person(row.by),
        "granted_at": presenting.instant(row.at),
    }


def _credential(each: AccessCredential, actor: Actor) -> dict[str, Any]:
    own = each.seat == (actor.user.id, actor.unit.id)
    return {
        "user": presenting.person(each.user),
        "unit": presenting.unit_name(each.unit),
        "granted_by": presenting.person(each.by),
        "granting_unit": presenting.unit_name(each.by_unit),
        "granted_at": presenting.instant(each.at),
        "opened": not each.unread,
        "concluded": each.live and not each.open,
        "own": own,
        "revocable": each.live and not own and each.by_unit.id == actor.unit.id,
        "ended": each.ended.value if each.ended else None,
        "ended_at": presenting.instant(each.ended_at),
    }
