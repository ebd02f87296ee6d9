"""Signing with the gov.br account against a gov.br that keeps the published contract: DOC-10, ACC-11."""

import base64
import hashlib
from io import BytesIO

import pikepdf
import pytest

from chalicelib.adapters.certificates.verifying import Trust, verify
from chalicelib.application.certificates.ports import ToPrepare
from chalicelib.domain.errors import ContentAltered
from tests.pki.authority import Authorities
from tests.pki.govbr import SECRET, Govbr

from .govbr_office import ANA, Office, trust

# What it makes


def test_file_is_signed_by_the_persons_own_certificate_and_locked(office: Office):
    made = office.sign().made
    assert made.file.key in office.contents.locked
    pdf = office.contents.get(made.file.key)
    (found,) = verify(pdf, trust(office.outside, office.outside.issuer))
    assert found.certificate == office.outside.holder().der
    assert (made.holder.name, made.holder.taxpayer, made.policy) == ("ANA LIMA", ANA, "gov.br")
    assert made.file.sha256 == hashlib.sha256(pdf).hexdigest()


def test_first_signature_says_what_may_still_be_done_as_the_manual_asks(office: Office):
    with pikepdf.open(BytesIO(office.contents.get(office.sign().made.file.key))) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert (str(field.V.Filter), str(field.V.SubFilter)) == ("/Adobe.PPKLite", "/adbe.pkcs7.detached")
        (reference,) = field.V.Reference
        assert str(reference.TransformMethod) == "/DocMDP"
        assert (int(reference.TransformParams.P), str(reference.TransformParams.V)) == (2, "/1.2")
        assert "/Perms" not in pdf.Root


def test_second_person_signs_the_same_file_and_the_first_signature_stays(office: Office):
    first = office.sign().made.file
    second = office.sign(first, "Assinatura2").made.file
    after = office.contents.get(second.key)
    assert after.startswith(office.contents.get(first.key))
    assert len(verify(after, trust(office.outside, office.outside.issuer))) == 2


@pytest.mark.parametrize("order", [("govbr", "icp"), ("icp", "govbr")])
def test_gov_br_and_icp_brasil_sign_the_same_file_in_any_order(outside: Govbr, icp: Authorities, order):
    office, base = Office(outside, icp), None
    for place, way in enumerate(order, 1):
        field = f"Assinatura{place}"
        if way == "govbr":
            base = office.sign(base, field).made.file
        else:
            wanted = ToPrepare(office.model, base, icp.chain(icp.ana), field, office.now())
            ready = office.desk.prepare(wanted)
            made = base64.b64encode(icp.ana.sign(base64.b64decode(ready.to_sign))).decode()
            base = office.desk.finish(ready.pdf, ready.state, made).made.file
    believed = Trust([outside.root.der, outside.issuer.der, icp.root.der], None, office.now())
    found = [one.certificate for one in verify(office.contents.get(base.key), believed)]
    names = {"govbr": outside.holder().der, "icp": icp.ana.der}
    assert found == [names[way] for way in order]


def test_any_changed_byte_is_found(office: Office):
    pdf = bytearray(office.contents.get(office.sign().made.file.key))
    believed = trust(office.outside, office.outside.issuer)
    for place in range(7, len(pdf), len(pdf) // 60):
        touched = bytearray(pdf)
        touched[place] ^= 1
        with pytest.raises(ContentAltered):
            verify(bytes(touched), believed)


def test_nothing_kept_between_the_two_steps_is_secret(office: Office):
    ready = office.prepare()
    assert ready.holder is None
    assert SECRET not in ready.state
    assert "AT-" not in ready.state
    assert office.outside.asked == []


def test_one_authorisation_signs_several_documents(office: Office):
    ready = [office.prepare(field=f"A{n}") for n in range(5)]
    made = office.collect(*ready)
    assert [one.code for one in made] == [""] * 5
    for one, signed in zip(ready, made, strict=True):
        office.desk.finish(one.pdf, one.state, signed.signature, ANA)
    assert len(office.contents.locked) == 5


