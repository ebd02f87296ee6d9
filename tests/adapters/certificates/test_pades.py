"""A PDF signed by certificates, the key on the signer's side: DOC-10, DOC-14 (DOC-ICP-15.03, documents.md §2)."""

import base64
import json
import random
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from chalicelib.adapters.certificates.pades import finish, prepare, read_chain
from chalicelib.adapters.certificates.policies import AD_RB
from chalicelib.adapters.certificates.verifying import Trust, verify
from chalicelib.domain.errors import ContentAltered, Refused
from tests.pki.holders import ANA, AUTHORITY, CARLOS, NOW, ROOT, Holder, chain, timestamper

GOOD = Trust([ROOT.der], [ROOT.revocations(), AUTHORITY.revocations()], NOW)


@pytest.fixture(scope="module")
def plain() -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    output = BytesIO()
    made.save(output)
    return output.getvalue()


def signed(pdf: bytes, who: Holder = ANA, field: str = "Assinatura1", dated: bool = False) -> bytes:
    ready = prepare(pdf, read_chain(chain(who)), field, NOW, AD_RB)
    return finish(ready.pdf, ready.state, who.sign(ready.to_sign), timestamper() if dated else None)


def altered(pdf: bytes, trust: Trust = GOOD) -> None:
    with pytest.raises(ContentAltered):
        verify(pdf, trust)


@pytest.fixture(scope="module")
def letter(plain: bytes) -> bytes:
    """Signed by Ana with the time of an authority (AD-RT's shape), then by Carlos."""
    return signed(signed(plain, dated=True), CARLOS, "Assinatura2")


def test_signature_is_whole_and_of_its_signer(plain: bytes):
    (made,) = verify(signed(plain), GOOD)
    assert (made.certificate, made.timestamp) == (ANA.der, None)


def test_time_of_an_authority_goes_with_the_signature(plain: bytes):
    (made,) = verify(signed(plain, dated=True), GOOD)
    assert made.timestamp == NOW


def test_second_signer_leaves_the_first_as_it_was(letter: bytes):
    assert [made.certificate for made in verify(letter, GOOD)] == [ANA.der, CARLOS.der]


def test_dictionary_and_policy_are_those_icp_brasil_names(plain: bytes):
    (embedded,) = PdfFileReader(BytesIO(signed(plain))).embedded_signatures
    assert (embedded.sig_object["/Filter"], embedded.sig_object["/SubFilter"]) == (
        "/PBAD_PAdES",
        "/PBAD.PAdES",
    )
    attributes = {one["type"].native: one["values"] for one in embedded.signer_info["signed_attrs"]}
    policy = attributes["signature_policy_identifier"][0].chosen
    assert policy["sig_policy_id"].dotted == AD_RB.oid
    assert policy["sig_policy_hash"]["digest"].native.hex() == AD_RB.sha256


def test_state_between_the_two_steps_is_small_and_holds_no_key(plain: bytes):
    ready = prepare(plain, read_chain(chain(ANA)), "Assinatura1", NOW, AD_RB)
    state = json.loads(ready.state)
    assert set(state) == {"attributes", "chain", "digest", "hole"}
    assert len(ready.state) < 8192
    private = ANA.key.private_numbers()
    secrets = [private.p, private.q, private.d, private.dmp1, private.dmq1, private.iqmp]
    held = ready.pdf + b"".join(base64.b64decode(one) for one in [state["attributes"], *state["chain"]])
    for secret in secrets:
        assert secret.to_bytes((secret.bit_length() + 7) // 8) not in held


def test_signature_of_another_key_or_of_other_bytes_is_refused(plain: bytes):
    ready = prepare(plain, read_chain(chain(ANA)), "Assinatura1", NOW, AD_RB)
    for wrong in (CARLOS.sign(ready.to_sign), ANA.sign(ready.to_sign + b" "), b""):
        with pytest.raises(Refused) as refusal:
            finish(ready.pdf, ready.state, wrong)
        assert refusal.value.code == "signature_of_another_key"


def test_state_of_one_document_does_not_finish_another(plain: bytes):
    other = signed(plain, CARLOS, "Outra")
    one, two = (prepare(pdf, read_chain(chain(ANA)), "Assinatura1", NOW, AD_RB) for pdf in (plain, other))
    mixed = json.loads(two.state) | {"attributes": json.loads(one.state)["attributes"]}
    altered(finish(two.pdf, json.dumps(mixed), ANA.sign(one.to_sign)))


@pytest.mark.parametrize("chained", [[], [b"nada"], [b"\x30\x03\x02\x01\x01"]])
def test_what_is_no_certificate_is_refused(chained: list[bytes]):
    with pytest.raises(Refused) as refusal:
        read_chain(chained)
    assert refusal.value.code == "certificate_unreadable"


def test_revoked_certificate_is_not_believed(plain: bytes):
    altered(signed(plain), Trust([ROOT.der], [ROOT.revocations(), AUTHORITY.revocations(ANA)], NOW))


def test_without_a_list_of_the_revoked_nothing_is_believed(plain: bytes):
    altered(signed(plain), Trust([ROOT.der], [ROOT.revocations()], NOW))


def test_certificate_of_another_infrastructure_is_not_believed(plain: bytes):
    altered(signed(plain), Trust([Holder("Outra raiz", use="authority").der], GOOD.revocations, NOW))


def test_expired_certificate_is_not_believed(plain: bytes):
    altered(signed(plain), Trust(GOOD.roots, GOOD.revocations, NOW + timedelta(days=400)))


def test_unsigned_file_and_file_with_something_added_are_not_believed(plain: bytes, letter: bytes):
    altered(plain)
    altered(letter + b" ")
    altered(letter[:-1])
    altered(b"")


def test_any_single_byte_changed_is_found(plain: bytes, letter: bytes):
    """A thousand places, each to another byte: half of them anywhere, half where there is more than empty room.

    The last fifty are of a file with two signers; one signature is quicker to check.
    """
    chance = random.Random(20261127)
    one = signed(plain, dated=True)
    for pdf, count in ((one, 475), (letter, 25)):
        everywhere = range(len(pdf))
        written = [place for place in everywhere if pdf[max(0, place - 8) : place + 8] != b"0" * 16]
        for place in (*chance.sample(everywhere, count), *chance.sample(written, count)):
            other = chance.choice([byte for byte in range(256) if byte != pdf[place]])
            altered(pdf[:place] + bytes([other]) + pdf[place + 1 :])
