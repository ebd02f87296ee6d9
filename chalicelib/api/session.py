"""Login, logout, current unit (ACC-01, ACC-04)."""

import base64
import secrets
from datetime import date
from typing import Any, Literal

from chalicelib.application.authorisation import subject
from chalicelib.application.documents.signing_terms import free_role_titles, methods
from chalicelib.application.ports import Catalogues
from chalicelib.application.processes.informing import informable_shape
from chalicelib.application.rollout.checklist import in_rollout
from chalicelib.application.session.accesses import list_accesses
from chalicelib.application.session.change_unit import change_unit
from chalicelib.application.session.close import close_session
from chalicelib.application.session.open import Credentials, SessionTerms, open_session
from chalicelib.application.session.read_draft_key import read_draft_key
from chalicelib.composition import installation
from chalicelib.domain.account import TRUSTED
from chalicelib.domain.announcement import CATALOGUE as ANNOUNCEMENTS
from chalicelib.domain.announcement import announced
from chalicelib.domain.catalogue import is_offered
from chalicelib.domain.identity import Session, Strength, User
from chalicelib.domain.policy import Action, granted_actions

from . import presenting, replies
from .authentication import COOKIE, actor_of, device_cookie, device_of, digest, make_token
from .routes import Answer, Call, Routes
from .site import cookie_here
from .validation import Body, Code, Identifier, OneTimeCode, Password

routes = Routes("session")


class Login(Body):
    """The login form; ``transport`` bearer is for systems, which keep the token themselves."""

    login: Code
    password: Password
    agency: Identifier | None = None
    one_time_code: OneTimeCode = ""
    trust_device: bool = False
    transport: Literal["cookie", "bearer"] = "cookie"


class UnitChoice(Body):
    """Which unit to work from."""

    unit: Identifier


@routes.route(
    "POST", "/sessions", Action.SESSION_START, body=Login, reply=replies.Me, status=201, writes=False
)
def log_in(call: Call) -> Answer:
    """Entrar no sistema"""
    form: Login = call.body
    secret = secrets.token_urlsafe(32)
    life = installation().settings.session_life
    shown = device_of(call.request, form.login)
    trusted = secrets.token_urlsafe(32) if form.trust_device and form.one_time_code else ""
    who = form.login, form.password, form.agency
    credentials = Credentials(*who, call.address, call.header("User-Agent"), form.one_time_code, shown)
    purpose = call.header("Idempotency-Key") or secret
    terms = SessionTerms(digest(secret), life, purpose, digest(trusted) if trusted else "")
    session, user = open_session(call.ports, credentials, terms)
    token = make_token(session.tenant, user.id, secret)
    body = me(call, session, user)
    if form.transport == "bearer":
        return Answer({**body, "token": token}, status=201)
    cookies = [cookie(call, COOKIE, token, life)]
    if trusted:
        cookies.append(cookie(call, device_cookie(user.id), trusted, int(TRUSTED.total_seconds())))
    return Answer(body, {"Set-Cookie": cookies}, 201)


def cookie(call: Call, name: str, value: str, seconds: int) -> str:
    """A cookie of this address only, out of reach of scripts and of other sites."""
    return f"{cookie_here(name, call.request)}={value}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={seconds}"


@routes.route("DELETE", "/sessions/current", Action.SESSION_END, status=204, writes=False)
def log_out(call: Call) -> Answer:
    """Sair do sistema"""
    close_session(call.ports, call.session)
    return Answer(None, {"Set-Cookie": cookie(call, COOKIE, "", 0)}, 204)


@routes.route("GET", "/me/draft-key", Action.SESSION_READ, reply=replies.DraftKey)
def draft_key(call: Call) -> dict[str, str]:
    """Ler a chave com que o próprio navegador guarda o que ainda não foi salvo"""
    return {"key": base64.b64encode(read_draft_key(call.ports, call.actor)).decode()}


@routes.route("GET", "/me", Action.SESSION_READ, reply=replies.Me)
def read_me(call: Call) -> dict[str, Any]:
    """Quem sou, onde estou e o que posso"""
    return me(call, call.session, call.user)


@routes.route("PUT", "/me/unit", Action.SESSION_CHANGE_UNIT, body=UnitChoice, reply=replies.Me, writes=False)
def choose_unit(call: Call) -> dict[str, Any]:
    """Trocar de unidade"""
    session = change_unit(call.ports, call.session, call.user, call.body.unit)
    return me(call, session, call.user)


@routes.route("GET", "/me/accesses", Action.SESSION_LIST_ACCESSES, reply=replies.Accesses)
def read_accesses(call: Call) -> dict[str, Any]:
    """Meus últimos acessos"""
    return {
        "items": [
            {
                "at": presenting.instant(access.created_at),
                "address": access.address,
                "agent": access.agent,
            }
            for access in list_accesses(call.ports, call.session)
        ],
        "next_cursor": None,
    }


def me(call: Call, session: Session, user: User) -> dict[str, Any]:
    """The user, the current unit and its powers."""
    catalogues = call.ports.catalogues
    agencies, units = catalogues.agencies(), catalogues.units()
    actor = actor_of(installation(), session, user, call.request)
    today = call.ports.now().astimezone(call.ports.zone).date()
    agency = agencies[user.agency]
    accesses = call.ports.identity.accesses(session.tenant, user.id)
    earlier = [access for access in accesses if access.digest != session.digest]
    titles = {row["unit"]: row["titles"] for row in catalogues.plain("role-titles") if is_offered(row)}
    return {
        "user": {
            "id": user.id,
            "login": user.id,
            "name": user.person.name,
            "agency": {"id": agency.id, "acronym": agency.acronym, "name": agency.name},
        },
        "previous_access": {
            "at": presenting.instant(earlier[0].created_at),
            "address": earlier[0].address,
        }
        if earlier
        else None,
        "session": {"expires_at": presenting.instant(session.expires_at)},
        "asks_code": session.strength is Strength.SECOND_FACTOR,
        "must_enrol": actor.must_enrol,
        "unit": presenting.unit(units[actor.unit.id], agencies),
        "units": [presenting.unit(units[unit], agencies) for unit in user.units_on(today, units)],
        "role_titles": titles.get(actor.unit.id, []),
        "free_role_titles": free_role_titles(call.ports),
        "announcements": _announcements(catalogues, actor.unit.id, today),
        "documents_per_folder": int(catalogues.tenant().get("documents_per_folder", 20)),
        "number_shape": informable_shape(call.ports, actor),
        "sends_email": bool(call.ports.mail_sender),
        "signing_methods": [
            {"method": method, "level": level.value} for method, level in methods(call.ports).items()
        ],
        "actions": [action.value for action in granted_actions(subject(actor))],
        "tenant": replies.tenant_card(catalogues.tenant(), in_rollout(catalogues)),
    }


def _announcements(catalogues: Catalogues, unit: str, today: date) -> list[dict[str, Any]]:
    said = announced(catalogues.plain(ANNOUNCEMENTS), unit, today)
    return [{"title": one.title, "text": one.text, "important": one.important} for one in said]
