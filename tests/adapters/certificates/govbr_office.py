"""A desk of a city with an agreement with gov.br, and the gov.br of the tests."""

from datetime import UTC, datetime

import pytest

from chalicelib.adapters.certificates.desk import CertificateDesk, roots
from chalicelib.adapters.certificates.govbr_desk import GovbrDesk
from chalicelib.adapters.certificates.verifying import Trust
from chalicelib.application.certificates.ports import Authorised, Finished, Prepared, ToPrepare
from chalicelib.domain.certificate import GOVBR
from chalicelib.domain.errors import Refused
from chalicelib.domain.frozen import describe
from chalicelib.domain.govbr import GovbrSignature
from chalicelib.domain.version import Frozen
from tests.domain.test_sealing import MODEL
from tests.fakes.outside import Contents
from tests.pki.authority import Authorities
from tests.pki.govbr import SECRET, Govbr
from tests.pki.holders import Holder

from .test_desk import page

BACK = "https://iperoig.example/assinatura-govbr"
ANA, CARLOS = "52998224725", "11144477735"


class Office:
    """A desk of a city with an agreement with gov.br."""

    def __init__(self, outside: Govbr, icp: Authorities | None = None, secret: str = SECRET) -> None:
        self.outside, self.contents = outside, Contents()
        self.model, _ = self.contents.put(describe(MODEL), "application/json")
        agreed = GovbrSignature(**{**outside.agreement(), "authorities": tuple(outside.agreement()["authorities"])})
        own = GovbrDesk(self.contents, agreed, lambda: secret, self.now)
        self.desk = CertificateDesk(self.contents, page, roots(icp.trusted if icp else ()), "", self.now, own)

    def now(self) -> datetime:
        return datetime.now(UTC)

    def prepare(self, base: Frozen | None = None, field: str = "Assinatura1") -> Prepared:
        return self.desk.prepare(ToPrepare(self.model, base, (), field, self.now(), GOVBR))

    def collect(self, *ready: Prepared, code: str = "", scope: str = "signature_session"):
        code = code or self.outside.code(BACK, scope)
        wanted = Authorised(code, BACK, ANA, tuple(one.to_sign for one in ready))
        return self.desk.collect(wanted).items

    def sign(self, base: Frozen | None = None, field: str = "Assinatura1") -> Finished:
        ready = self.prepare(base, field)
        (made,) = self.collect(ready, scope="sign")
        return self.desk.finish(ready.pdf, ready.state, made.signature, ANA)


def refused(code: str, kind: type[Exception] = Refused):
    return pytest.raises(kind, match=f"^{code}:")


def trust(outside: Govbr, *more: Holder) -> Trust:
    return Trust([outside.root.der, *(one.der for one in more)], [], datetime.now(UTC), lenient=True)


