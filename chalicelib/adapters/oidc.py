"""OpenID Connect, as the client: code for token with PKCE, and the token proven before a word of it is believed.

The answers are a stranger's: bounded in size and time. Keys are kept an hour, and asked for again, at most once a
minute, when a token names one that is not among them.
"""

import base64
import hmac
import json
import time
import urllib.request
from collections.abc import Callable, Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urlsplit

from chalicelib.domain.login_provider import EntryFlow, LoginProvider, refusal

from .certificates.asking import STRAIGHT

SECONDS, LARGEST = 6, 256 * 1024
KEPT_SECONDS, AGAIN_SECONDS = 60 * 60, 60
#: Signatures that only the provider can make: whoever holds the public key can make none of these.
ALGORITHMS = ("RS256", "PS256", "ES256")
#: Clocks differ.
LEEWAY = 30
ASKED_OF_EVERY_TOKEN = ["iss", "aud", "exp", "iat", "sub", "nonce"]

_keys: dict[str, tuple[float, dict[str, Mapping[str, Any]]]] = {}


class HttpOidc:
    """Implements ``application.session.oidc_ports.OidcClient``; ``secret`` is asked for by the provider's name."""

    def __init__(self, secret: Callable[[str], str]) -> None:
        self._secret = secret

    def claims(self, provider: LoginProvider, code: str, flow: EntryFlow, redirect: str) -> Mapping[str, Any]:
        token = self._exchange(provider, code, flow.verifier, redirect)
        claims = _proven(provider, token)
        if not hmac.compare_digest(str(claims["nonce"]).encode(), flow.nonce.encode()):
            raise refusal("oidc_nonce")
        return claims

    def _exchange(self, provider: LoginProvider, code: str, verifier: str, redirect: str) -> str:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect,
            "code_verifier": verifier,
            "client_id": provider.client,
        }
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        if provider.secret:
            pair = f"{quote(provider.client, safe='')}:{quote(self._secret(provider.id), safe='')}"
            headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        told = _json(_ask(provider.token, headers, urlencode(form).encode()))
        token = told.get("id_token")
        if not isinstance(token, str):
            raise refusal("oidc_token_missing")
        return token


def _proven(provider: LoginProvider, token: str) -> Mapping[str, Any]:
    """The claims of a token that is the provider's, for us, in force. Raises Unauthenticated."""
    # Rare and heavy: only who comes in this way pays for it.
    import jwt

    try:
        header = jwt.get_unverified_header(token)
        if header.get("alg") not in ALGORITHMS:
            raise refusal("oidc_algorithm")
        key = jwt.PyJWK(dict(_key(provider.keys, str(header.get("kid") or ""))), str(header["alg"]))
        claims: Mapping[str, Any] = jwt.decode(
            token,
            key,
            algorithms=list(ALGORITHMS),
            audience=provider.client,
            issuer=provider.issuer,
            leeway=LEEWAY,
            options={"require": ASKED_OF_EVERY_TOKEN},
        )
    except jwt.PyJWTError as error:
        raise refusal(_meaning(jwt, error)) from error
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if (several or "azp" in claims) and claims.get("azp") != provider.client:
        raise refusal("oidc_audience")
    return claims


def _meaning(jwt: Any, error: Exception) -> str:
    meanings = (
        (jwt.ExpiredSignatureError, "oidc_expired"),
        (jwt.ImmatureSignatureError, "oidc_not_yet_valid"),
        (jwt.InvalidAudienceError, "oidc_audience"),
        (jwt.InvalidIssuerError, "oidc_issuer"),
        (jwt.MissingRequiredClaimError, "oidc_claim_missing"),
        (jwt.InvalidSignatureError, "oidc_signature"),
    )
    return next((code for kind, code in meanings if isinstance(error, kind)), "oidc_token_unreadable")


def _key(address: str, name: str) -> Mapping[str, Any]:
    """The key of this name. Raises Unauthenticated ``oidc_key_unknown``."""
    asked, known = _keys.get(address, (float("-inf"), {}))
    age = time.monotonic() - asked
    if age > KEPT_SECONDS or (name not in known and age > AGAIN_SECONDS):
        listed = _json(_ask(address, {"Accept": "application/json"}, None)).get("keys")
        if not isinstance(listed, list):
            raise refusal("oidc_keys_unreadable")
        # A key for encryption, or a shared one, signs nothing.
        usable = [one for one in listed if isinstance(one, dict) and one.get("kty") in ("RSA", "EC")]
        known = {str(one["kid"]): one for one in usable if one.get("kid") and one.get("use", "sig") == "sig"}
        _keys[address] = (time.monotonic(), known)
    if name not in known:
        raise refusal("oidc_key_unknown")
    return known[name]


def _ask(address: str, headers: Mapping[str, str], body: bytes | None) -> bytes:
    if urlsplit(address).scheme not in ("http", "https"):
        raise refusal("oidc_unavailable")
    try:
        with STRAIGHT.open(urllib.request.Request(address, body, dict(headers)), timeout=SECONDS) as answer:
            data: bytes = answer.read(LARGEST + 1)
    except HTTPError as error:
        error.close()
        refused = 400 <= error.code < 500 and error.code != 429
        raise refusal("oidc_code_refused" if refused and body else "oidc_unavailable") from error
    except (OSError, HTTPException, ValueError) as error:
        raise refusal("oidc_unavailable") from error
    if len(data) > LARGEST:
        raise refusal("oidc_answer_unreadable")
    return data


def _json(data: bytes) -> dict[str, Any]:
    try:
        told = json.loads(data)
    except ValueError as error:
        raise refusal("oidc_answer_unreadable") from error
    if not isinstance(told, dict):
        raise refusal("oidc_answer_unreadable")
    return told


def forget() -> None:
    """Drop the keys that this container keeps."""
    _keys.clear()
