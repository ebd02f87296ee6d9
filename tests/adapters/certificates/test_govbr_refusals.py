"""gov.br refuses, fails, lies or is silent: each has its words, and nothing is lost: DOC-10, ACC-11."""

import base64
from datetime import timedelta

import pytest

from chalicelib.adapters.certificates import govbr as client
from chalicelib.application.certificates.ports import Authorised, Prepared
from chalicelib.domain.errors import Refused, Unavailable
from chalicelib.domain.govbr import GovbrSignature
from tests.pki.authority import Authorities
from tests.pki.govbr import Govbr, cms_of
from tests.pki.holders import Holder

from .govbr_office import ANA, BACK, CARLOS, Office, refused

# How it fails: the authorisation, and so all


def all_refused(office: Office, told: str, kind: type[Exception] = Refused, **asked) -> None:
    ready, before = office.prepare(), set(office.contents.locked)
    with refused(told, kind):
        office.collect(ready, **asked)
    assert office.contents.locked == before
    # And nothing is lost: authorised again, the same preparation is signed.
    office.outside.trouble.clear()
    office.outside.level, office.outside.irregular, office.outside.cpf = "gold", False, ANA
    office.outside.ahead = 0
    (made,) = office.collect(ready)
    office.desk.finish(ready.pdf, ready.state, made.signature, ANA)


def test_code_used_before_is_refused(office: Office):
    code = office.outside.code(BACK)
    office.collect(office.prepare(), code=code)
    all_refused(office, "govbr_code_refused", code=code)


def test_code_that_expired_or_was_never_given_is_refused(office: Office):
    code = office.outside.code(BACK)
    office.outside.ahead = 3600
    all_refused(office, "govbr_code_refused", code=code)
    all_refused(office, "govbr_code_refused", code="OC-invented")


def test_code_given_for_another_address_is_refused(office: Office):
    all_refused(office, "govbr_code_refused", code=office.outside.code("https://another.example/"))


def test_system_that_gov_br_does_not_know_is_told_so(outside: Govbr):
    office = Office(outside, secret="errado")
    with refused("govbr_client_refused"):
        office.collect(office.prepare())


def test_bronze_account_does_not_sign(office: Office):
    office.outside.level = "bronze"
    all_refused(office, "govbr_account_level")


def test_irregular_taxpayer_does_not_sign(office: Office):
    office.outside.irregular = True
    all_refused(office, "govbr_taxpayer_irregular")


def test_account_of_another_person_does_not_sign_and_is_asked_nothing(office: Office):
    office.outside.cpf = CARLOS
    ready = office.prepare()
    with refused("certificate_of_another"):
        office.collect(ready)
    assert ("POST", "/externo/v2/assinarPKCS7") not in office.outside.asked


@pytest.mark.parametrize(
    ("door", "wrong", "code", "kind"),
    [
        ("token", "401", "govbr_client_refused", Refused),
        ("token", "403", "govbr_refused", Refused),
        ("token", "429", "govbr_busy", Unavailable),
        ("token", "500", "govbr_unavailable", Unavailable),
        ("token", "garbage", "govbr_answer_unreadable", Refused),
        ("token", "flood", "govbr_answer_unreadable", Refused),
        ("token", "redirect", "govbr_refused", Refused),
        ("certificadoPublico", "401", "govbr_token_refused", Refused),
        ("certificadoPublico", "403", "govbr_refused", Refused),
        ("certificadoPublico", "429", "govbr_busy", Unavailable),
        ("certificadoPublico", "503", "govbr_unavailable", Unavailable),
        ("certificadoPublico", "garbage", "govbr_answer_unreadable", Refused),
    ],
)
def test_trouble_with_the_authorisation_is_told_and_loses_nothing(office: Office, door, wrong, code, kind):
    office.outside.trouble[door] = wrong
    all_refused(office, code, kind)


def test_service_that_is_silent_or_down_is_not_waited_for(office: Office, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(client, "SECONDS", 1)
    for door in ("token", "certificadoPublico"):
        office.outside.trouble[door] = "silence"
        all_refused(office, "govbr_unavailable", Unavailable)
    down = GovbrSignature("", "http://127.0.0.1:9/token", "http://127.0.0.1:9", "x", ())
    with refused("govbr_unavailable", Unavailable):
        client.GovbrApi(down, lambda: "x").collect(Authorised("c", BACK, ANA, ("",)))


# How it fails: one document


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("400", "govbr_token_refused"),
        ("401", "govbr_token_refused"),
        ("403", "govbr_refused"),
        ("429", "govbr_busy"),
        ("500", "govbr_unavailable"),
        ("garbage", "govbr_answer_unreadable"),
        ("flood", "govbr_answer_unreadable"),
        ("silence", "govbr_unavailable"),
    ],
)
def test_document_that_gov_br_does_not_sign_has_its_own_reason(
    office: Office, wrong: str, code: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(client, "SECONDS", 1)
    ready = office.prepare()
    office.outside.trouble["assinarPKCS7"] = wrong
    (made,) = office.collect(ready)
    assert (made.code, made.signature) == (code, "")
    assert made.message.endswith(".")
    assert office.contents.locked == set()


def test_authorisation_of_one_does_not_sign_two(office: Office):
    made = office.collect(office.prepare(), office.prepare(field="B"), scope="sign")
    assert sorted(one.code for one in made) == ["", "govbr_token_refused"]


@pytest.mark.parametrize(
    ("wrong", "code"), [("cut", "govbr_answer_unreadable"), ("another-hash", "govbr_signature_of_another")]
)
def test_cms_that_is_not_one_of_this_document_is_told_at_once(office: Office, wrong: str, code: str):
    office.outside.trouble["cms"] = wrong
    (made,) = office.collect(office.prepare())
    assert made.code == code


def finishing(office: Office, made: bytes, ready: Prepared | None = None) -> None:
    ready = ready or office.prepare()
    office.desk.finish(ready.pdf, ready.state, base64.b64encode(made).decode(), ANA)


def test_cms_of_another_document_person_or_authority_is_not_put_in_the_file(office: Office):
    outside, ready = office.outside, office.prepare()
    digest = base64.b64decode(ready.to_sign)
    with refused("govbr_signature_of_another"):
        finishing(office, cms_of(outside.holder(), bytes(32)), ready)
    with refused("certificate_of_another"):
        finishing(office, cms_of(outside.holder(CARLOS), digest), ready)
    with refused("govbr_certificate_not_trusted"):
        finishing(office, cms_of(Holder("ANA LIMA", outside.stranger, cpf=ANA), digest), ready)
    with refused("certificate_without_taxpayer"):
        finishing(office, cms_of(Holder("ANA LIMA", outside.issuer), digest), ready)
    with refused("certificate_expired"):
        finishing(office, cms_of(Holder("ANA LIMA", outside.issuer, cpf=ANA, days=-1), digest), ready)
    assert office.contents.locked == set()


def test_cms_whose_signature_was_forged_is_not_put_in_the_file(office: Office):
    ready = office.prepare()
    made = cms_of(office.outside.holder(), base64.b64decode(ready.to_sign))
    with refused("govbr_answer_unreadable"):
        finishing(office, made[:-8] + bytes(8), ready)
    for broken in (made[:-40], b"", b"<html>", made + b"more"):
        with refused("govbr_answer_unreadable"):
            finishing(office, broken, ready)
    assert office.contents.locked == set()


def test_certificate_that_its_authority_revoked_does_not_sign(office: Office, icp: Authorities):
    outside = office.outside
    named = Holder("ANA LIMA", outside.issuer, cpf=ANA, listed_at=f"{icp.address}/x")
    ready = office.prepare()
    # The list it names is of nobody: without news it is not believed.
    with refused("revocation_unavailable", Unavailable):
        finishing(office, cms_of(named, base64.b64decode(ready.to_sign)), ready)


def test_city_without_an_agreement_has_no_gov_br(office: Office):
    ready = office.prepare()
    office.desk._govbr = None
    with refused("govbr_not_offered"):
        office.collect(ready)
    with refused("govbr_not_offered"):
        finishing(office, b"x", ready)


def test_time_of_the_whole_is_bounded(office: Office, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(client, "ALL_SECONDS", -1)
    (made,) = office.collect(office.prepare())
    assert made.code == "govbr_unavailable"
    assert timedelta(seconds=client.SECONDS * 2 + client.ALL_SECONDS) < timedelta(seconds=29)
