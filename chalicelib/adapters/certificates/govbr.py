"""gov.br's signature API, as its integration manual publishes it: token, public certificate, PKCS#7 of a digest.

The answers are those of a stranger: bounded in size and time, believed only after they were looked at. The token lives
in this call alone.
"""

import base64
import json
import time
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit

from asn1crypto import pem, x509

from chalicelib.application.certificates.ports import Authorised, Collected, Collection
from chalicelib.domain.certificate import check_holder
from chalicelib.domain.errors import DomainError
from chalicelib.domain.govbr import GovbrSignature, refusal

from .asking import STRAIGHT
from .delegated import read_cms
from .holder import holder_of

SECONDS, LARGEST, AT_ONCE = 6, 64 * 1024, 4
#: All that is asked for one authorisation, within what the person's own request may last.
ALL_SECONDS = 20


class GovbrApi:
    """One city's agreement; ``secret`` is asked for when it is needed."""

    def __init__(self, agreed: GovbrSignature, secret: Callable[[], str]) -> None:
        self._agreed, self._secret = agreed, secret

    def collect(self, wanted: Authorised) -> Collection:
        """Raises Refused, Unavailable: what is wrong with the authorisation, or whose certificate it is of."""
        until = time.monotonic() + ALL_SECONDS
        token = self._token(wanted.code, wanted.redirect)
        check_holder(holder_of(self._certificate(token)), wanted.taxpayer)
        with ThreadPoolExecutor(AT_ONCE) as beside:
            made = beside.map(lambda digest: self._signed(token, digest, until), wanted.digests)
            return Collection(tuple(made))

    def _token(self, code: str, redirect: str) -> str:
        form = {
            "code": code,
            "client_id": self._agreed.client,
            "grant_type": "authorization_code",
            "client_secret": self._secret(),
            "redirect_uri": redirect,
        }
        kind = "application/x-www-form-urlencoded"
        known = {400: "govbr_code_refused", 401: "govbr_client_refused"}
        told = _ask(self._agreed.token, {"Content-Type": kind}, urlencode(form).encode(), known)
        try:
            token = json.loads(told)["access_token"]
        except (ValueError, TypeError, KeyError) as error:
            raise refusal("govbr_answer_unreadable") from error
        # It goes into a header: nothing but what a token is made of.
        if not (isinstance(token, str) and token.isascii() and token.isprintable() and token):
            raise refusal("govbr_answer_unreadable")
        return token

    def _certificate(self, token: str) -> x509.Certificate:
        told = _ask(f"{self._agreed.api}/externo/v2/certificadoPublico", _bearer(token), None, OF_THE_TOKEN)
        try:
            _, _, der = pem.unarmor(told)
            found = x509.Certificate.load(der, strict=True)
            found.native  # noqa: B018 (parsing is lazy: whatever is wrong shows here)
        except (ValueError, TypeError) as error:
            raise refusal("govbr_answer_unreadable") from error
        return found

    def _signed(self, token: str, digest: str, until: float) -> Collected:
        headers = {**_bearer(token), "Content-Type": "application/json"}
        try:
            if time.monotonic() > until:
                raise refusal("govbr_unavailable")
            address = f"{self._agreed.api}/externo/v2/assinarPKCS7"
            made = _ask(address, headers, json.dumps({"hashBase64": digest}).encode(), OF_THE_TOKEN)
            read_cms(made, base64.b64decode(digest))
        except DomainError as trouble:
            return Collected(code=trouble.code, message=trouble.message)
        return Collected(base64.b64encode(made).decode())


OF_THE_TOKEN = {400: "govbr_token_refused", 401: "govbr_token_refused"}


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _ask(address: str, headers: Mapping[str, str], body: bytes | None, known: Mapping[int, str]) -> bytes:
    if urlsplit(address).scheme not in ("http", "https"):
        raise refusal("govbr_unavailable")
    try:
        with STRAIGHT.open(urllib.request.Request(address, body, dict(headers)), timeout=SECONDS) as answer:
            data: bytes = answer.read(LARGEST + 1)
    except HTTPError as error:
        with error:
            told = error.read(LARGEST).decode("utf-8", errors="replace")
        raise refusal(_meaning(error.code, told, known)) from error
    except (OSError, HTTPException, ValueError) as error:
        raise refusal("govbr_unavailable") from error
    if len(data) > LARGEST:
        raise refusal("govbr_answer_unreadable")
    return data


def _meaning(status: int, told: str, known: Mapping[int, str]) -> str:
    if status == 429:
        return "govbr_busy"
    if status == 403:
        return next((code for words, code in FORBIDDEN if words in told.lower()), "govbr_refused")
    if status >= 500:
        return "govbr_unavailable"
    return known.get(status, "govbr_refused")


#: The two sentences that the manual publishes for 403.
FORBIDDEN: Sequence[tuple[str, str]] = (
    ("prata ou ouro", "govbr_account_level"),
    ("situação cancelada, nula ou falecido", "govbr_taxpayer_irregular"),
)
