"""What the signing function does: the port of signing by certificate, next to the PDF and the authorities."""

import base64
import json
from binascii import Error as NotBase64
from collections.abc import Callable, Sequence
from datetime import datetime

from asn1crypto import x509
from pyhanko.sign.timestamps.api import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

from chalicelib.application.certificates.ports import Authorised, Collection, Finished, Prepared, ToPrepare
from chalicelib.application.ports import ContentStore
from chalicelib.domain import frozen
from chalicelib.domain.certificate import GOVBR
from chalicelib.domain.errors import ContentAltered, Refused
from chalicelib.domain.govbr import refusal
from chalicelib.domain.rendition import RenderModel
from chalicelib.domain.version import CertifiedFile

from . import delegated, pades
from .authorities import trusted_path
from .govbr_desk import GovbrDesk
from .holder import holder_of
from .policies import AD_RB, AD_RT, Policy
from .revocation import revocations
from .timestamping import HttpTimeStamper, away
from .verifying import Trust, clock_certificates, verify

PDF = "application/pdf"


class CertificateDesk:
    """Implements ``application.certificates.ports.CertificateSigner`` for one tenant."""

    def __init__(
        self,
        contents: ContentStore,
        typeset: Callable[[RenderModel], bytes],
        authorities: Sequence[bytes],
        clock: str,
        now: Callable[[], datetime],
        govbr: GovbrDesk | None = None,
    ) -> None:
        self._contents, self._typeset = contents, typeset
        self._authorities, self._now = authorities, now
        self._govbr = govbr
        self._clock: TimeStamper | None = HttpTimeStamper(clock) if clock else None

    @property
    def policy(self) -> Policy:
        """AD-RT where the city has an authority of time, AD-RB where it has none."""
        return AD_RT if self._clock else AD_RB

    def prepare(self, wanted: ToPrepare) -> Prepared:
        """Raises Refused: what the certificate is not good for."""
        if wanted.method == GOVBR:
            ready = delegated.prepare(self._page(wanted), wanted.field, wanted.at, wanted.base is None)
            key, _ = self._contents.put(ready.pdf, PDF)
            return Prepared(base64.b64encode(ready.to_sign).decode(), ready.state, key, None)
        chain = pades.read_chain([_bytes(one) for one in wanted.chain])
        # Whether it was revoked is asked at the end, when it matters.
        trusted_path(chain, self._trust(None).context())
        made = pades.prepare(self._page(wanted), chain, wanted.field, wanted.at, self.policy)
        key, _ = self._contents.put(made.pdf, PDF)
        return Prepared(base64.b64encode(made.to_sign).decode(), made.state, key, holder_of(chain[0]))

    def _page(self, wanted: ToPrepare) -> bytes:
        if wanted.base:
            return self._contents.get(wanted.base.key, wanted.base.object_version)
        return self._typeset(frozen.described(self._contents.get(wanted.model)))

    def collect(self, wanted: Authorised) -> Collection:
        """Raises Refused ``govbr_not_offered`` and what gov.br refuses; Unavailable."""
        return self._with_govbr().collect(wanted)

    def _with_govbr(self) -> GovbrDesk:
        if self._govbr is None:
            raise refusal("govbr_not_offered")
        return self._govbr

    def finish(self, key: str, state: str, signature: str, taxpayer: str = "") -> Finished:
        """Raises Refused ``signature_of_another_key`` and what ``trusted_path`` does; Unavailable."""
        if "chain" not in json.loads(state):
            return self._with_govbr().finish(key, state, _bytes(signature), taxpayer)
        chain = pades.read_chain([_bytes(one) for one in json.loads(state)["chain"]])
        path = trusted_path(chain, self._trust(None).context())
        trusted_path(chain, self._trust(revocations(path)).context())
        try:
            pdf = pades.finish(self._contents.get(key), state, _bytes(signature), self._clock)
        except TimestampRequestError as error:
            raise away() from error
        # The authority of time has its own certificate, which may be revoked as well.
        trust = self._trust(revocations([*path, *clock_certificates(pdf)]))
        try:
            made = verify(pdf, trust, last_only=True)[-1]
        except ContentAltered as error:
            if self._clock is None:
                raise
            raise away() from error
        locked = self._contents.freeze(pdf, PDF)
        return Finished(
            CertifiedFile(holder_of(chain[0]), self.policy.name, locked, len(pdf), made.timestamp)
        )

    def _trust(self, lists: Sequence[bytes] | None) -> Trust:
        return Trust(self._authorities, lists, self._now())


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (NotBase64, ValueError) as error:
        raise Refused("certificate_unreadable", "O certificado ou a assinatura não pôde ser lido.") from error


def roots(texts: Sequence[str]) -> tuple[bytes, ...]:
    """The city's trusted roots (DER), each checked to be a certificate."""
    found = [base64.b64decode(text) for text in texts]
    for one in found:
        x509.Certificate.load(one, strict=True)
    return tuple(found)
