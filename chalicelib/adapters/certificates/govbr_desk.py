"""Signatures that gov.br makes: what it signed is put in the file, and the whole checked before it is locked."""

import base64
import json
from collections.abc import Callable
from datetime import datetime

from asn1crypto import x509

from chalicelib.application.certificates.ports import Authorised, Collection, Finished
from chalicelib.application.ports import ContentStore
from chalicelib.domain.certificate import check_holder
from chalicelib.domain.errors import ContentAltered, Refused
from chalicelib.domain.govbr import GovbrSignature, refusal
from chalicelib.domain.version import CertifiedFile

from . import delegated
from .authorities import trusted_path
from .govbr import GovbrApi
from .holder import holder_of
from .revocation import revocations
from .verifying import Trust, verify

POLICY = "gov.br"


class GovbrDesk:
    """One city's: ``authorities`` are those of gov.br (DER), which sign nothing else here."""

    def __init__(
        self,
        contents: ContentStore,
        agreed: GovbrSignature,
        secret: Callable[[], str],
        now: Callable[[], datetime],
    ) -> None:
        self._contents, self._now = contents, now
        self._authorities = tuple(base64.b64decode(one) for one in agreed.authorities)
        self._api = GovbrApi(agreed, secret)

    def collect(self, wanted: Authorised) -> Collection:
        return self._api.collect(wanted)

    def finish(self, key: str, state: str, made: bytes, taxpayer: str) -> Finished:
        """Raises Refused for a signature that is not good or not of ``taxpayer``; Unavailable."""
        digest = bytes.fromhex(json.loads(state)["digest"])
        chain = _chain(made, digest)
        path = self._path(chain)
        trust = self._trust(revocations(path))
        trusted_path(chain, trust.context())
        holder = holder_of(chain[0])
        check_holder(holder, taxpayer)
        pdf = delegated.finish(self._contents.get(key), state, made)
        try:
            (last,) = verify(pdf, trust, last_only=True)
        except ContentAltered as error:
            raise refusal("govbr_answer_unreadable") from error
        if last.certificate != chain[0].dump():
            raise refusal("govbr_answer_unreadable")
        locked = self._contents.freeze(pdf, "application/pdf")
        return Finished(CertifiedFile(holder, POLICY, locked, len(pdf), last.timestamp))

    def _path(self, chain: list[x509.Certificate]) -> tuple[x509.Certificate, ...]:
        try:
            return trusted_path(chain, self._trust(None).context())
        except Refused as error:
            if error.code == "certificate_not_trusted":
                raise refusal("govbr_certificate_not_trusted") from error
            raise

    def _trust(self, lists: tuple[bytes, ...] | None) -> Trust:
        return Trust(self._authorities, lists, self._now(), lenient=True)


def _chain(made: bytes, digest: bytes) -> list[x509.Certificate]:
    """The certificates in the CMS, that of who signed first."""
    signed = delegated.read_cms(made, digest)
    (signer,) = signed["signer_infos"]
    try:
        found = [one.chosen for one in signed["certificates"] if one.name == "certificate"]
        named = signer["sid"].chosen["serial_number"].native
        own = [one for one in found if one.serial_number == named]
    except (ValueError, TypeError, KeyError) as error:
        raise refusal("govbr_answer_unreadable") from error
    if not own:
        raise refusal("govbr_answer_unreadable")
    return [own[0], *(one for one in found if one is not own[0])]
