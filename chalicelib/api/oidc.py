"""Coming in by somebody else's word: gov.br or the city's own provider (ACC-01)."""

import base64
import json
import secrets
from datetime import datetime
from functools import partial
from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.session.oidc_code import Awaited, finish_with_code
from chalicelib.application.session.oidc_finish import Vouched, finish_oidc
from chalicelib.application.session.oidc_providers import login_providers
from chalicelib.application.session.oidc_start import start_oidc
from chalicelib.application.session.second_step import CODE_REQUIRED, Showing
from chalicelib.composition import installation
from chalicelib.domain.account import TRUSTED
from chalicelib.domain.errors import Unauthenticated
from chalicelib.domain.login_provider import PATIENCE, EntryFlow, refusal
from chalicelib.domain.policy import Action

from . import replies
from .authentication import COOKIE, cookie_of, device_cookie, device_of, digest, make_token, token_parts
from .problems import problem
from .routes import Answer, Call, Routes
from .session import cookie, me
from .validation import Body, OneTimeCode

routes = Routes("oidc")

#: What the browser keeps while the person is away: nobody else reads it, and it lasts ten minutes.
FLOW = "__Host-iperoig-entrada"
#: What it keeps of a provider's word that waits for the code of who is enrolled.
WORD = "__Host-iperoig-palavra"
Shown = Annotated[str, StringConstraints(min_length=1, max_length=4096)]


class OidcReturnBody(Body):
    """O que quem confirma a identidade pôs no endereço da volta."""

    code: Shown
    state: Shown


class OidcCodeBody(Body):
    """O código do aplicativo, depois que a identidade foi confirmada."""

    one_time_code: OneTimeCode
    trust_device: bool = False


@routes.route("GET", "/login-providers", Action.SESSION_START, reply=replies.LoginProviders)
def list_providers(call: Call) -> dict[str, Any]:
    """Quem pode confirmar a identidade de quem entra"""
    return {
        "items": [
            {"id": one.id, "label": one.label, "leave": one.leave or None} for one in login_providers(call.ports)
        ]
    }


@routes.route(
    "POST",
    "/login-providers/{provider}/entries",
    Action.SESSION_START,
    reply=replies.OidcEntry,
    status=201,
    writes=False,
)
def start(call: Call, provider: str) -> Answer:
    """Aonde ir para entrar com a palavra de outro"""
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    flow = EntryFlow(provider, state, nonce, verifier, call.ports.now())
    url = start_oidc(call.ports, flow)
    return Answer({"url": url}, {"Set-Cookie": cookie(call, FLOW, _written(flow), int(PATIENCE.total_seconds()))}, 201)


@routes.route(
    "POST",
    "/login-providers/returns",
    Action.SESSION_START,
    body=OidcReturnBody,
    reply=replies.Me,
    status=201,
    writes=False,
)
def finish(call: Call) -> Answer:
    """Entrar com a identidade que outro confirmou"""
    place, secret = installation(), secrets.token_urlsafe(32)
    life = place.settings.session_life
    kept = _read(cookie_of(call.request, FLOW))
    back = Vouched(
        call.body.code,
        call.body.state,
        kept,
        call.address,
        call.header("User-Agent"),
        digest(secret),
        life,
        # The same secret names the word that waits for a code: of the two there is only ever one.
        word=digest(secret),
        device=partial(device_of, call.request),
    )
    session, user = finish_oidc(call.ports, place.oidc(call.ports.tenant), back)
    if session is None:
        waiting = cookie(call, WORD, make_token(call.ports.tenant, user.id, secret), int(PATIENCE.total_seconds()))
        asked = Unauthenticated(CODE_REQUIRED, "Digite o código do seu aplicativo autenticador.")
        status, body, _ = problem(asked, str((call.request.context or {}).get("requestId") or "local"))
        return Answer(body, {"Set-Cookie": waiting}, status)
    ours = cookie(call, COOKIE, make_token(session.tenant, user.id, secret), life)
    return Answer(me(call, session, user), {"Set-Cookie": ours}, 201)


@routes.route(
    "POST",
    "/login-providers/codes",
    Action.SESSION_START,
    body=OidcCodeBody,
    reply=replies.Me,
    status=201,
    writes=False,
)
def finish_code(call: Call) -> Answer:
    """Informar o código de quem teve a identidade confirmada por outro"""
    body: OidcCodeBody = call.body
    life, secret = installation().settings.session_life, secrets.token_urlsafe(32)
    try:
        _, login, word = token_parts(cookie_of(call.request, WORD))
    except Unauthenticated:
        raise refusal("oidc_word_over") from None
    trusted = secrets.token_urlsafe(32) if body.trust_device else ""
    purpose, agent = call.header("Idempotency-Key") or secret, call.header("User-Agent")
    showing = Showing(body.one_time_code, purpose, digest(trusted) if trusted else "", call.address, agent)
    session, user = finish_with_code(call.ports, Awaited(login, digest(word), digest(secret), life), showing)
    cookies = [cookie(call, COOKIE, make_token(session.tenant, user.id, secret), life), cookie(call, WORD, "", 0)]
    if trusted:
        cookies.append(cookie(call, device_cookie(user.id), trusted, int(TRUSTED.total_seconds())))
    return Answer(me(call, session, user), {"Set-Cookie": cookies}, 201)


def _written(flow: EntryFlow) -> str:
    parts = [flow.provider, flow.state, flow.nonce, flow.verifier, flow.at.isoformat()]
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode()


def _read(cookie: str) -> EntryFlow | None:
    """The flow that the browser keeps; None for whatever it shows instead."""
    try:
        provider, state, nonce, verifier, at = map(str, json.loads(base64.urlsafe_b64decode(cookie)))
        moment = datetime.fromisoformat(at)
    except (ValueError, TypeError):
        return None
    return EntryFlow(provider, state, nonce, verifier, moment) if moment.tzinfo else None
