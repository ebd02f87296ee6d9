"""Coming in by somebody else's word: who vouches, what is believed of what they say, and every refusal (ACC-01).

The contract is OpenID Connect; gov.br adds the CPF and the level of the account to it.
"""

import hmac
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from chalicelib.domain.value import dataclass

from .errors import DomainError, Refused, Unauthenticated, Unavailable
from .identity import User
from .taxpayer import bare, is_cpf

#: How long somebody may take at the provider.
PATIENCE = timedelta(minutes=10)
LEVELS = ("bronze", "silver", "gold")
TAXPAYER, EMAIL, LOGIN = "taxpayer", "email", "login"
LOGIN_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")


@dataclass(frozen=True, slots=True)
class LoginProvider:
    """Who vouches. Addresses: ``authorise``, ``token``, ``keys`` and, where there is one, ``leave``.

    ``known_by`` says how the person is found here: ``taxpayer`` (``sub`` is the CPF), ``email`` (verified, of
    ``domain``; the login is what stands before the @) or ``login`` (``preferred_username``). ``level``: the weakest
    account that enters, empty where there are no levels. The secret is not here.
    """

    id: str
    label: str
    issuer: str
    authorise: str
    token: str
    keys: str
    client: str
    scope: str
    known_by: str
    leave: str = ""
    level: str = ""
    domain: str = ""
    secret: bool = True


@dataclass(frozen=True, slots=True)
class EntryFlow:
    """What the browser that went away keeps, and shows when it comes back."""

    provider: str
    state: str
    nonce: str
    verifier: str
    at: datetime


def check_flow(kept: EntryFlow | None, state: str, now: datetime) -> EntryFlow:
    """Refuse a return that this browser did not ask for. Raises Refused ``oidc_state_mismatch``."""
    if kept is None or not kept.state or not hmac.compare_digest(kept.state.encode(), state.encode()):
        raise refusal("oidc_state_mismatch")
    if not timedelta(0) <= now - kept.at <= PATIENCE:
        raise refusal("oidc_state_mismatch")
    return kept


def sought(provider: LoginProvider, claims: Mapping[str, Any]) -> str:
    """The CPF or the login that ``claims``, already proven to be the provider's, speak of.

    Raises Unauthenticated ``oidc_agent``, ``oidc_level_too_low``, ``oidc_taxpayer_invalid``, ``oidc_email_unverified``,
    ``oidc_person_unknown``.
    """
    if claims.get("agent"):
        # gov.br lets one come in for another by a power of attorney; here everybody acts for themselves.
        raise refusal("oidc_agent")
    if provider.level and not _reaches(claims, provider.level):
        raise refusal("oidc_level_too_low")
    if provider.known_by == TAXPAYER:
        number = bare(str(claims["sub"]))
        if not is_cpf(number):
            raise refusal("oidc_taxpayer_invalid")
        return number
    email = _email(provider, claims) if provider.known_by == EMAIL else ""
    name = email.partition("@")[0] or str(claims.get("preferred_username", "")).strip().lower()
    if not LOGIN_NAME.fullmatch(name):
        raise refusal("oidc_person_unknown")
    return name


def check_person(provider: LoginProvider, claims: Mapping[str, Any], user: User | None) -> User:
    """Refuse who is not the user that was found. Raises Unauthenticated ``oidc_person_unknown``/``_blocked``."""
    if user is None:
        raise refusal("oidc_person_unknown")
    if provider.known_by == EMAIL and user.email.lower() != _email(provider, claims):
        raise refusal("oidc_person_unknown")
    if user.blocked:
        raise refusal("oidc_person_blocked")
    return user


def _email(provider: LoginProvider, claims: Mapping[str, Any]) -> str:
    email = claims.get("email")
    # gov.br writes the truth as text.
    if not isinstance(email, str) or str(claims.get("email_verified")).lower() != "true":
        raise refusal("oidc_email_unverified")
    email = email.strip().lower()
    if not provider.domain or email.rpartition("@")[2] != provider.domain.lower():
        raise refusal("oidc_person_unknown")
    return email


def _reaches(claims: Mapping[str, Any], wanted: str) -> bool:
    told = claims.get("reliability_info")
    level = told.get("level") if isinstance(told, Mapping) else None
    return level in LEVELS and LEVELS.index(str(level)) >= LEVELS.index(wanted)


def refusal(code: str) -> DomainError:
    """What is told of each trouble; no session comes of any."""
    if code == "oidc_unavailable":
        return Unavailable(code, "Quem confirma a sua identidade não respondeu. Tente de novo em alguns minutos.")
    kind = Refused if code in OF_THE_FLOW else Unauthenticated
    return kind(code, WORDS.get(code, NOT_BELIEVED))


#: Nobody was said to be anybody yet.
OF_THE_FLOW = ("oidc_not_offered", "oidc_state_mismatch", "oidc_word_over")
NOT_BELIEVED = (
    "O que veio de quem confirma a sua identidade não pôde ser conferido. Entre de novo; se repetir, avise o "
    "administrador."
)
WORDS = {
    "oidc_not_offered": "Esta forma de entrar não está configurada nesta instalação.",
    "oidc_state_mismatch": (
        "Esta entrada não começou neste navegador, ou começou há mais de dez minutos. Entre de novo."
    ),
    "oidc_code_refused": "Esta entrada já foi usada ou venceu. Entre de novo.",
    "oidc_level_too_low": (
        "A sua conta gov.br é de nível mais baixo que o exigido aqui. Aumente o nível no aplicativo gov.br ou entre "
        "com usuário e senha."
    ),
    "oidc_agent": "Você entrou no gov.br como procurador de outra pessoa. Entre de novo, com a sua própria conta.",
    "oidc_taxpayer_invalid": "O CPF que veio do gov.br não confere. Entre com usuário e senha.",
    "oidc_email_unverified": "O seu e-mail ainda não foi confirmado por quem cuida da sua conta.",
    "oidc_person_unknown": (
        "A sua identidade foi confirmada, mas não há usuário seu neste sistema. Peça ao administrador que o cadastre "
        "ou que complete o seu cadastro."
    ),
    "oidc_person_blocked": "O seu acesso a este sistema está bloqueado. Fale com o administrador.",
    "oidc_word_over": "Passaram mais de dez minutos desde que a sua identidade foi confirmada. Entre de novo.",
    "oidc_no_unit": "O seu usuário não tem permissão em nenhuma unidade hoje. Fale com o administrador.",
}
