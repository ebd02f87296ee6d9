"""What the signing function does with certificates of real authorities, here the test's own: DOC-10, DOC-14."""

import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pikepdf
import pytest

from chalicelib.adapters.certificates import revocation
from chalicelib.adapters.certificates.desk import CertificateDesk, roots
from chalicelib.adapters.certificates.verifying import Trust, verify
from chalicelib.application.certificates.ports import Finished, Prepared, ToPrepare
from chalicelib.domain.errors import Refused, Unavailable
from chalicelib.domain.frozen import describe
from chalicelib.domain.version import Frozen
from tests.domain.test_sealing import MODEL
from tests.fakes.outside import Contents
from tests.pki.authority import ANA_CPF, Authorities, authorities
from tests.pki.holders import Holder


@pytest.fixture(scope="module")
def at_work() -> Iterator[Authorities]:
    with authorities() as found:
        yield found


@pytest.fixture
def pki(at_work: Authorities) -> Iterator[Authorities]:
    revocation.forget()
    yield at_work
    at_work.revoked.clear()
    at_work.asked.clear()
    at_work.silent = False


def page(_: object) -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    output = BytesIO()
    made.save(output)
    return output.getvalue()


class Office:
    """A desk over its own store; ``dated``: with the authority of time."""

    def __init__(self, pki: Authorities, dated: bool, now: Callable[[], datetime]) -> None:
        self.pki, self.contents, self.now = pki, Contents(), now
        self.model, _ = self.contents.put(describe(MODEL), "application/json")
        clock = pki.time if dated else ""
        self.desk = CertificateDesk(self.contents, page, roots(pki.trusted), clock, now)

    def prepare(self, who: Holder, base: Frozen | None = None, field: str = "Assinatura1") -> Prepared:
        return self.desk.prepare(ToPrepare(self.model, base, self.pki.chain(who), field, self.now()))

    def finish(self, ready: Prepared, who: Holder) -> Finished:
        made = who.sign(base64.b64decode(ready.to_sign))
        return self.desk.finish(ready.pdf, ready.state, base64.b64encode(made).decode())

    def sign(self, who: Holder, base: Frozen | None = None, field: str = "Assinatura1") -> Finished:
        return self.finish(self.prepare(who, base, field), who)


@pytest.fixture
def office(pki: Authorities) -> Office:
    return Office(pki, True, lambda: datetime.now(UTC))


def refused(code: str, kind: type[Exception] = Refused):
    return pytest.raises(kind, match=f"^{code}:")


def test_signed_file_is_locked_dated_by_the_authority_and_verifies(office: Office, pki: Authorities):
    made = office.sign(pki.ana).made
    assert made.file.key in office.contents.locked
    pdf = office.contents.get(made.file.key)
    assert (made.policy, made.size) == ("AD-RT", len(pdf))
    lists = [pki.root.revocations(), pki.issuer.revocations()]
    (found,) = verify(pdf, Trust(roots(pki.trusted), lists, office.now()))
    assert found.certificate == pki.ana.der
    assert found.timestamp == made.timestamp
    assert abs(office.now() - found.timestamp) < timedelta(minutes=1)
    assert {"/raiz.crl", "/ac.crl", "/carimbo"} == set(pki.asked)


def test_holder_is_who_the_certificate_says(office: Office, pki: Authorities):
    holder = office.prepare(pki.ana).holder
    assert (holder.name, holder.taxpayer, holder.issuer) == ("ANA LIMA", ANA_CPF, "AC de Prova")
    assert holder.serial == str(pki.ana.certificate.serial_number)


def test_without_an_authority_of_time_the_policy_is_the_basic_one(pki: Authorities):
    made = Office(pki, False, lambda: datetime.now(UTC)).sign(pki.ana).made
    assert (made.policy, made.timestamp) == ("AD-RB", None)


def test_second_signature_is_added_to_the_file_of_the_first(office: Office, pki: Authorities):
    first = office.sign(pki.ana).made.file
    second = office.sign(pki.carlos, first, "Assinatura2").made.file
    before, after = office.contents.get(first.key), office.contents.get(second.key)
    assert after.startswith(before)
    lists = [pki.root.revocations(), pki.issuer.revocations()]
    signers = [made.certificate for made in verify(after, Trust(roots(pki.trusted), lists, office.now()))]
    assert signers == [pki.ana.der, pki.carlos.der]


def test_nothing_is_asked_of_an_address_in_a_certificate_of_nobody(office: Office, pki: Authorities):
    stranger = Holder("ANA LIMA", Holder("Outra raiz", use="authority"), listed_at=f"{pki.address}/x")
    with refused("certificate_not_trusted"):
        office.prepare(stranger)
    mixed = ToPrepare(office.model, None, (*pki.chain(pki.ana), *pki.chain(stranger)[:1]), "A", office.now())
    office.finish(office.desk.prepare(mixed), pki.ana)
    assert "/x" not in pki.asked


def test_city_that_names_no_authority_believes_none(pki: Authorities):
    nobody = Office(pki, False, lambda: datetime.now(UTC))
    nobody.desk = CertificateDesk(nobody.contents, page, roots(()), "", nobody.now)
    with refused("certificate_not_trusted"):
        nobody.prepare(pki.ana)


def test_revoked_meanwhile_does_not_sign(office: Office, pki: Authorities):
    ready = office.prepare(pki.ana)
    pki.revoked.append(pki.ana)
    with refused("certificate_revoked"):
        office.finish(ready, pki.ana)
    assert office.contents.locked == set()


def test_certificate_out_of_its_time_does_not_sign(pki: Authorities):
    late = Office(pki, False, lambda: datetime.now(UTC) + timedelta(days=400))
    with refused("certificate_expired"):
        late.prepare(pki.ana)


def test_certificate_for_another_use_does_not_sign(office: Office, pki: Authorities):
    with refused("certificate_not_trusted"):
        office.prepare(pki.issuer)


def test_authorities_that_do_not_answer_are_waited_for(office: Office, pki: Authorities):
    ready = office.prepare(pki.ana)
    pki.silent = True
    with refused("revocation_unavailable", Unavailable):
        office.finish(ready, pki.ana)
    pki.silent = False
    office.finish(ready, pki.ana)
    pki.silent = True
    with refused("timestamp_unavailable", Unavailable):
        office.finish(office.prepare(pki.ana), pki.ana)


def test_time_of_a_revoked_authority_is_not_taken(office: Office, pki: Authorities):
    pki.revoked.append(pki.clock)
    with refused("timestamp_unavailable", Unavailable):
        office.sign(pki.ana)


def test_signature_of_another_key_is_refused(office: Office, pki: Authorities):
    with refused("signature_of_another_key"):
        office.finish(office.prepare(pki.ana), pki.carlos)


@pytest.mark.parametrize("chain", [("!",), ("AAAA",), ()])
def test_what_is_no_certificate_is_refused(office: Office, chain: tuple[str, ...]):
    wanted = replace(ToPrepare(office.model, None, (), "A", office.now()), chain=chain)
    with refused("certificate_unreadable"):
        office.desk.prepare(wanted)
