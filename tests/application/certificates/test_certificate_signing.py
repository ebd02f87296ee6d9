"""Signing with a certificate whose key is elsewhere: DOC-10, DOC-11, DOC-12, DOC-14, ACC-11."""

import base64
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.application.authenticity.check_file import check_file
from chalicelib.application.certificates.finish import finish_signature
from chalicelib.application.certificates.prepare import PrepareForm, prepare_signature
from chalicelib.application.documents.consult_signatures import consult_signatures
from chalicelib.application.documents.edit_metadata import edit_metadata
from chalicelib.application.references import PreparationKey
from chalicelib.domain.document import Document, DocumentState, Pen
from chalicelib.domain.errors import Conflict, Forbidden, Refused
from chalicelib.domain.identity import User
from chalicelib.domain.policy import Action
from chalicelib.domain.signature import SignatureLevel
from tests.application.documents.office import again, drafted, office, read, saved, signed
from tests.application.under_way import CHIEF, CLERK, HEAD, received, refused, started
from tests.fakes.outside import Outside
from tests.fakes.people import People
from tests.world.signing import TAXPAYERS, PaperDesk, certificate_of, signed_by_key


class Registered(People):
    """People whose CPF is registered; a stranger's is not."""

    def user(self, tenant, user):
        taxpayer = TAXPAYERS.get(user, "")
        return User(user, tenant, user, "pmu", taxpayer=taxpayer), None


@pytest.fixture
def outside() -> Outside:
    place = office()
    place.identity = Registered()
    place.certificates = PaperDesk(place.contents)
    return place


def form(outside: Outside, document: Document, who=CLERK, **changes) -> PrepareForm:
    text = again(outside, document).text
    assert text
    chain = (certificate_of(TAXPAYERS.get(who.user.id, "0" * 11)),)
    return replace(PrepareForm(chain, "Agente de Protocolo", text.digest), **changes)


def prepare(outside: Outside, document: Document, who=CLERK, **changes):
    made, operation = form(outside, document, who, **changes), outside.operation(who.user.id)
    return prepare_signature(outside.ports, who, operation, document.process, document.id, made)


def finish(outside: Outside, document: Document, ready, who=CLERK, signature=None):
    signature = signature or signed_by_key(ready["to_sign"])
    operation = outside.operation(who.user.id)
    return finish_signature(
        outside.ports, who, operation, document.process, document.id, ready["id"], signature
    )


def certify(outside: Outside, document: Document, who=CLERK):
    return finish(outside, document, prepare(outside, document, who), who)


@pytest.fixture
def letter(outside: Outside) -> Document:
    return drafted(outside, started(outside))


def test_signature_is_qualified_and_says_whose_certificate_it_is(outside: Outside, letter: Document):
    reply = certify(outside, letter)
    (made,) = reply["signatures"]
    assert (made["method"], made["level"], made["role_title"]) == (
        "certificate",
        "qualified",
        "Agente de Protocolo",
    )
    assert made["certificate"] == {
        "holder": "Quem assina",
        "serial": "1234",
        "issuer": "AC de Papel",
        "policy": "AD-RB",
        "timestamp": None,
    }
    after = again(outside, letter)
    assert (after.state, after.pen) == (DocumentState.SIGNED, Pen.UNSEEN)
    assert outside.memory.sentences(letter.process)[-1][1].startswith("Assinado Documento")


def test_stamp_says_level_and_method(outside: Outside, letter: Document):
    certify(outside, letter)
    assert (
        "Assinatura eletrônica qualificada (Lei nº 14.063/2020), com certificado digital da ICP-Brasil."
        in str(read(outside, letter).html)
    )


def test_file_is_locked_sealed_and_found_by_its_digest(outside: Outside, letter: Document):
    certify(outside, letter)
    certified = again(outside, letter).signatures[-1].certified
    assert certified
    assert certified.file.key in outside.contents.locked
    record = json.loads(outside.memory.seals[-1].record)
    assert record["certificate"]["pdf_sha256"] == certified.file.sha256
    assert (record["method"], record["factors"], record["level"]) == (
        "certificate",
        ["certificate"],
        "qualified",
    )
    assert TAXPAYERS["ana.lima"] not in json.dumps(record)
    consulted = consult_signatures(outside.ports, CLERK, letter.process, letter.id)
    assert consulted.file_link == f"https://contents.example/{certified.file.key}"
    outside.renderer = Away()
    assert check_file(outside.ports, certified.file.sha256, "10.0.0.1").document.id == letter.id


class Away:
    def pdf(self, process, document):
        from chalicelib.domain.errors import Unavailable

        raise Unavailable("rendering_failed", "")


def test_between_the_two_steps_nothing_is_signed_and_nothing_secret_is_kept(
    outside: Outside, letter: Document
):
    prepare(outside, letter)
    assert again(outside, letter) == letter
    assert (outside.memory.seals, outside.contents.locked) == ([], set())
    kept = outside.memory.things[PreparationKey(letter.process, letter.id, "ana.lima")]
    assert set(json.loads(kept.state)) == {"to_sign", "taxpayer"}


def test_finished_preparation_is_gone(outside: Outside, letter: Document):
    ready = prepare(outside, letter)
    finish(outside, letter, ready)
    with refused("preparation_gone", Conflict):
        finish(outside, letter, ready)


def test_only_the_last_preparation_of_a_person_is_finished(outside: Outside, letter: Document):
    first, second = prepare(outside, letter), prepare(outside, letter)
    with refused("preparation_gone", Conflict):
        finish(outside, letter, first)
    finish(outside, letter, second)


def test_preparation_of_another_person_is_not_finished(outside: Outside, letter: Document):
    ready = prepare(outside, letter)
    with refused("preparation_gone", Conflict):
        finish(outside, letter, ready, CHIEF)


def test_preparation_waits_an_hour(outside: Outside, letter: Document):
    ready = prepare(outside, letter)
    outside.now += timedelta(hours=1)
    finish(outside, letter, ready)
    other = drafted(outside, letter.process)
    ready = prepare(outside, other)
    outside.now += timedelta(hours=1, seconds=1)
    with refused("preparation_expired", Refused):
        finish(outside, other, ready)


def test_signature_of_another_key_signs_nothing(outside: Outside, letter: Document):
    ready = prepare(outside, letter)
    with refused("signature_of_another_key", Refused):
        finish(outside, letter, ready, signature=base64.b64encode(b"x").decode())
    assert again(outside, letter) == letter


# Bound to what was read


def test_text_changed_before_or_between_the_steps_is_not_signed(outside: Outside, letter: Document):
    with refused("document_changed", Conflict):
        prepare(outside, letter, digest="0" * 64)
    ready = prepare(outside, letter)
    saved(outside, letter, "outro texto", CHIEF)
    with refused("document_changed", Conflict):
        finish(outside, letter, ready)


def test_what_the_page_shows_changed_between_the_steps_is_not_signed(outside: Outside, letter: Document):
    ready = prepare(outside, letter)
    change = {"name_in_tree": "de outro nome"}
    edit_metadata(outside.ports, CHIEF, outside.operation("carlos.moura"), letter.process, letter.id, change)
    with refused("document_changed", Conflict):
        finish(outside, letter, ready)


def test_remark_changed_between_the_steps_does_not_hinder(outside: Outside, letter: Document):
    ready = prepare(outside, letter)
    change = {"remark": "urgente"}
    edit_metadata(outside.ports, CHIEF, outside.operation("carlos.moura"), letter.process, letter.id, change)
    finish(outside, letter, ready)


@pytest.mark.parametrize("how", [signed, certify])
def test_signature_of_somebody_else_between_the_steps_is_not_lost(outside: Outside, letter: Document, how):
    ready = prepare(outside, letter)
    how(outside, letter, CHIEF)
    with refused("document_changed", Conflict):
        finish(outside, letter, ready)
    certify(outside, letter)
    assert [made.signer.id for made in again(outside, letter).signatures] == ["carlos.moura", "ana.lima"]


# Several people


def test_second_certificate_is_added_to_the_file_of_the_first(outside: Outside, letter: Document):
    certify(outside, letter)
    certify(outside, letter, CHIEF)
    first, second = (made.certified.file for made in again(outside, letter).signatures)
    assert outside.contents.get(second.key).startswith(outside.contents.get(first.key))


def test_password_after_a_certificate_leaves_its_file_and_is_in_the_next_one(
    outside: Outside, letter: Document
):
    certify(outside, letter)
    signed(outside, letter, CHIEF)
    methods = [(made.method, bool(made.certified)) for made in again(outside, letter).signatures]
    assert methods == [("certificate", True), ("password", False)]
    assert consult_signatures(outside.ports, CLERK, letter.process, letter.id).file_link


def test_edit_under_the_yellow_pen_drops_signature_and_file_alike(outside: Outside, letter: Document):
    certify(outside, letter)
    saved(outside, letter, "outro texto")
    assert consult_signatures(outside.ports, CLERK, letter.process, letter.id).file_link is None
    certify(outside, letter)
    (made,) = again(outside, letter).signatures
    assert outside.contents.get(made.certified.file.key).startswith(b"%PDF\nAssinatura1")


# Who


def test_certificate_of_another_person_is_not_taken(outside: Outside, letter: Document):
    chain = (certificate_of(TAXPAYERS["carlos.moura"]),)
    with refused("certificate_of_another", Refused):
        prepare(outside, letter, chain=chain)
    with refused("certificate_without_taxpayer", Refused):
        prepare(outside, letter, chain=(certificate_of(""),))


def test_who_has_no_taxpayer_registered_is_told_so(outside: Outside):
    process = received(outside, keep_open=True)
    letter = drafted(outside, process, HEAD)
    with refused("taxpayer_not_registered", Refused):
        prepare(outside, letter, HEAD)


def test_nobody_signs_twice_nor_what_is_not_of_the_unit(outside: Outside):
    letter = drafted(outside, received(outside, keep_open=True))
    certify(outside, letter)
    with refused("already_signed", Refused):
        prepare(outside, letter)
    with refused("document_of_another_unit", Forbidden):
        prepare(outside, letter, HEAD)


def test_role_title_is_one_of_the_unit(outside: Outside, letter: Document):
    with pytest.raises(Exception, match=r"^invalid_request"):
        prepare(outside, letter, role_title="Prefeita")


# The level


@pytest.fixture
def contract(outside: Outside, letter: Document, monkeypatch: pytest.MonkeyPatch) -> Document:
    asked = {
        code: replace(kind, minimum_signature=SignatureLevel.QUALIFIED)
        for code, kind in outside.tables.document_types().items()
    }
    monkeypatch.setattr(type(outside.tables), "document_types", lambda self: asked)
    return letter


def test_certificate_reaches_what_the_password_does_not(outside: Outside, contract: Document):
    certify(outside, contract)
    assert again(outside, contract).signatures[0].level is SignatureLevel.QUALIFIED


def test_button_is_there_where_the_city_takes_certificates(
    outside: Outside, contract: Document, monkeypatch: pytest.MonkeyPatch
):
    assert not read(outside, contract).actions[Action.DOCUMENT_SIGN].allowed
    card = {**outside.tables.tenant(), "certificate_authorities": ["AAAA"]}
    monkeypatch.setattr(type(outside.tables), "tenant", lambda self: card)
    assert read(outside, contract).actions[Action.DOCUMENT_SIGN].allowed
