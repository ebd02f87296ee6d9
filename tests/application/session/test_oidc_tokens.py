"""Tokens and answers that are not the provider's word for us open no session: ACC-01 (security.md §1.3, A7)."""

import base64
import hashlib
import hmac
import json
import time

import jwt
import pytest

from tests.pki.oidc import CLIENT, STRANGERS, Provider, public_pem

from .gate import Gate

# Who does not: the token


def changed(**claims):
    return lambda vouching, honest: vouching.signed({**honest, **claims})


def without(name: str):
    return lambda vouching, honest: vouching.signed({k: v for k, v in honest.items() if k != name})


def by_shared_secret(vouching: Provider, honest: dict) -> str:
    """HS256 with the public key as the secret: the library itself refuses to make it, so it is made by hand."""

    def part(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).decode().rstrip("=")

    header = part(json.dumps({"alg": "HS256", "kid": vouching.kid}).encode())
    signed = f"{header}.{part(json.dumps(honest).encode())}"
    return f"{signed}.{part(hmac.new(public_pem(), signed.encode(), hashlib.sha256).digest())}"


def swapped(vouching: Provider, honest: dict) -> str:
    """The claims of one token under the signature of another."""
    head, _, _ = vouching.signed(honest).split(".")
    _, body, _ = vouching.signed({**honest, "sub": "11144477735"}).split(".")
    return f"{head}.{body}.{vouching.signed(honest).split('.')[2]}"


NOW = int(time.time())
BAD_TOKENS = {
    "nonce of another flow": (changed(nonce="another"), "oidc_nonce"),
    "empty nonce": (changed(nonce=""), "oidc_nonce"),
    "no nonce": (without("nonce"), "oidc_claim_missing"),
    "for another client": (changed(aud="another"), "oidc_audience"),
    "for several, ours not the one that asked": (changed(aud=[CLIENT, "another"]), "oidc_audience"),
    "asked by another client": (changed(azp="another"), "oidc_audience"),
    "no audience": (without("aud"), "oidc_claim_missing"),
    "of another issuer": (changed(iss="https://sso.acesso.example"), "oidc_issuer"),
    "no issuer": (without("iss"), "oidc_claim_missing"),
    "expired": (changed(exp=NOW - 3600), "oidc_expired"),
    "no end": (without("exp"), "oidc_claim_missing"),
    "not yet valid": (changed(nbf=NOW + 36_000), "oidc_not_yet_valid"),
    "issued in the future": (changed(iat=NOW + 36_000), "oidc_not_yet_valid"),
    "no moment": (without("iat"), "oidc_claim_missing"),
    "nobody in it": (without("sub"), "oidc_claim_missing"),
    "unsigned": (lambda v, c: jwt.encode(c, None, "none", {"kid": v.kid}), "oidc_algorithm"),
    "signed with the public key": (by_shared_secret, "oidc_algorithm"),
    "another algorithm": (lambda v, c: v.signed(c, algorithm="RS512"), "oidc_algorithm"),
    "signed by another key": (lambda v, c: v.signed(c, STRANGERS), "oidc_signature"),
    "key that nobody published": (lambda v, c: v.signed(c, kid="unknown"), "oidc_key_unknown"),
    "no key named": (lambda v, c: v.signed(c, kid=""), "oidc_key_unknown"),
    "claims of another token": (swapped, "oidc_signature"),
    "cut": (lambda v, c: v.signed(c)[:-42], "oidc_signature"),
    "two parts": (lambda v, c: ".".join(v.signed(c).split(".")[:2]), "oidc_token_unreadable"),
    "not a token": (lambda v, c: "<html>", "oidc_token_unreadable"),
    "empty": (lambda v, c: "", "oidc_token_unreadable"),
}


@pytest.mark.parametrize("wrong", BAD_TOKENS)
def test_token_that_is_not_the_providers_word_for_us_opens_no_session(gate: Gate, wrong: str):
    made, code = BAD_TOKENS[wrong]
    gate.vouching.forge = lambda honest: made(gate.vouching, honest)
    gate.nobody(code, gate.enter)


JSON = "application/json"
SHARED = b'{"keys":[{"kty":"oct","kid":"prova-1","k":"x"}]}'
BROKEN = b'{"keys":[{"kty":"RSA","kid":"prova-1","n":"!"}]}'
BAD_ANSWERS = {
    "down": ("/token", (503, b"", JSON), "oidc_unavailable"),
    "too many": ("/token", (429, b"", JSON), "oidc_unavailable"),
    "moved": ("/token", (302, b"", JSON), "oidc_unavailable"),
    "not JSON": ("/token", (200, b"<html>", "text/html"), "oidc_answer_unreadable"),
    "a list": ("/token", (200, b"[]", JSON), "oidc_answer_unreadable"),
    "no token": ("/token", (200, b'{"access_token":"x"}', JSON), "oidc_token_missing"),
    "endless": ("/token", (200, b" " * (1 << 20), JSON), "oidc_answer_unreadable"),
    "keys down": ("/jwk", (500, b"", JSON), "oidc_unavailable"),
    "keys moved": ("/jwk", (302, b"", JSON), "oidc_unavailable"),
    "no keys": ("/jwk", (200, b"{}", JSON), "oidc_keys_unreadable"),
    "keys of another kind": ("/jwk", (200, SHARED, JSON), "oidc_key_unknown"),
    "broken key": ("/jwk", (200, BROKEN, JSON), "oidc_token_unreadable"),
}


@pytest.mark.parametrize("wrong", BAD_ANSWERS)
def test_answer_that_is_not_one_opens_no_session(gate: Gate, wrong: str):
    path, answer, code = BAD_ANSWERS[wrong]
    gate.vouching.answers[path] = answer
    gate.nobody(code, gate.enter)


