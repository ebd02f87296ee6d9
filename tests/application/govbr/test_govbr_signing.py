"""Signing with the gov.br account, step by step: DOC-10, DOC-14, ACC-11."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.application.certificates.finish import finish_signature
from chalicelib.application.certificates.prepare import PrepareForm, prepare_signature
from chalicelib.application.documents.signing_terms import methods
from chalicelib.application.govbr.authorise import authorise
from chalicelib.application.govbr.collect import Ready, Return, collect_signatures
from chalicelib.application.references import PreparationKey
from chalicelib.domain.certificate import GOVBR
from chalicelib.domain.document import Document
from chalicelib.domain.errors import Conflict, Refused
from chalicelib.domain.govbr import LASTING, MAXIMUM, PASSING
from chalicelib.domain.identity import User
from chalicelib.domain.policy import Action
from chalicelib.domain.signature import SignatureLevel
from tests.application.documents.office import again, drafted, office, read, saved
from tests.application.under_way import CHIEF, CLERK, refused, started
from tests.fakes.outside import Outside
from tests.fakes.people import People
from tests.world.govbr import AGREEMENT
from tests.world.signing import TAXPAYERS, PaperDesk, govbr_signature

CODE = f"code of {TAXPAYERS['ana.lima']}"


class Registered(People):
    """People whose CPF is registered; a stranger's is not."""

    def user(self, tenant, user):
        return User(user, tenant, user, "pmu", taxpayer=TAXPAYERS.get(user, "")), None


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Outside:
    place = office()
    place.identity = Registered()
    place.certificates = PaperDesk(place.contents)
    card = {**place.tables.tenant(), "govbr_signature": AGREEMENT}
    monkeypatch.setattr(type(place.tables), "tenant", lambda self: card)
    return place


@pytest.fixture
def letter(outside: Outside) -> Document:
    return drafted(outside, started(outside))


def prepare(outside: Outside, document: Document, who=CLERK, **changes):
    text = again(outside, document).text
    assert text
    form = replace(PrepareForm((), "Agente de Protocolo", text.digest, GOVBR), **changes)
    operation = outside.operation(who.user.id)
    return prepare_signature(outside.ports, who, operation, document.process, document.id, form)["id"]


def collect(outside: Outside, *ready: tuple[Document, str], who=CLERK, code=CODE, state="s", kept="s"):
    wanted = [Ready(document.process, document.id, identifier) for document, identifier in ready]
    return collect_signatures(outside.ports, who, Return(code, state, kept), wanted)


def finish(outside: Outside, document: Document, identifier: str, signature: str, who=CLERK):
    operation = outside.operation(who.user.id)
    return finish_signature(
        outside.ports, who, operation, document.process, document.id, identifier, signature, GOVBR
    )


def test_signature_is_advanced_and_the_stamp_names_gov_br(outside: Outside, letter: Document):
    ready = prepare(outside, letter)
    (made,) = collect(outside, (letter, ready))
    reply = finish(outside, letter, ready, made.signature)
    (signed,) = reply["signatures"]
    assert (signed["method"], signed["level"]) == ("govbr", "advanced")
    assert signed["certificate"]["policy"] == "gov.br"
    stamp = "Assinatura eletrônica avançada (Lei nº 14.063/2020), com a conta gov.br."
    assert stamp in str(read(outside, letter).html)
    assert outside.memory.sentences(letter.process)[-1][1].startswith("Assinado Documento")


def test_nothing_of_gov_br_is_kept_between_the_steps(outside: Outside, letter: Document):
    ready = prepare(outside, letter)
    before = outside.memory.things[PreparationKey(letter.process, letter.id, "ana.lima")]
    collect(outside, (letter, ready))
    assert outside.memory.things[PreparationKey(letter.process, letter.id, "ana.lima")] == before
    assert before.holder is None
    assert again(outside, letter) == letter
    assert (outside.memory.seals, outside.contents.locked) == ([], set())


def test_one_authorisation_signs_several_and_says_why_of_each_that_it_does_not(outside: Outside, letter: Document):
    other, third = drafted(outside, letter.process), drafted(outside, letter.process)
    made = collect(
        outside, (letter, prepare(outside, letter)), (third, "never"), (other, prepare(outside, other))
    )
    assert [one.code for one in made] == ["", "preparation_gone", ""]
    assert made[0].signature != made[2].signature


def test_without_any_document_that_is_ready_gov_br_is_asked_nothing(outside: Outside, letter: Document):
    (made,) = collect(outside, (letter, "never"), code="refused if it were asked")
    assert made.code == "preparation_gone"


@pytest.mark.parametrize(("state", "kept"), [("s", ""), ("", ""), ("s", "t"), ("s", "S"), ("é", "s")])
def test_return_that_was_not_asked_for_here_is_refused(outside: Outside, letter: Document, state, kept):
    ready = prepare(outside, letter)
    with refused("govbr_state_mismatch", Refused):
        collect(outside, (letter, ready), state=state, kept=kept)


def test_preparation_that_waited_too_long_is_not_asked_of_gov_br(outside: Outside, letter: Document):
    ready = prepare(outside, letter)
    outside.now += timedelta(hours=1, seconds=1)
    (made,) = collect(outside, (letter, ready))
    assert (made.code, made.signature) == ("preparation_expired", "")


def test_preparation_of_another_person_is_not_collected(outside: Outside, letter: Document):
    ready = prepare(outside, letter)
    (made,) = collect(outside, (letter, ready), who=CHIEF)
    assert made.code == "preparation_gone"


def test_account_of_another_person_signs_nothing(outside: Outside, letter: Document):
    ready = prepare(outside, letter)
    with refused("certificate_of_another", Refused):
        collect(outside, (letter, ready), code=f"code of {TAXPAYERS['carlos.moura']}")
    (made,) = collect(outside, (letter, ready))
    digest = outside.memory.things[PreparationKey(letter.process, letter.id, "ana.lima")].to_sign
    with refused("certificate_of_another", Refused):
        finish(outside, letter, ready, govbr_signature(TAXPAYERS["carlos.moura"], digest))
    assert outside.contents.locked == set()
    finish(outside, letter, ready, made.signature)


def test_text_changed_meanwhile_is_not_signed(outside: Outside, letter: Document):
    ready = prepare(outside, letter)
    (made,) = collect(outside, (letter, ready))
    saved(outside, letter, "outro texto", CHIEF)
    with refused("document_changed", Conflict):
        finish(outside, letter, ready, made.signature)


def test_who_has_no_taxpayer_registered_is_told_before_going_to_gov_br(outside: Outside, letter: Document):
    outside.identity = People()
    with refused("taxpayer_not_registered", Refused):
        prepare(outside, letter)


def test_city_without_an_agreement_offers_nothing(outside: Outside, letter: Document, monkeypatch):
    assert methods(outside.ports)["govbr"] is SignatureLevel.ADVANCED
    card = {**outside.tables.tenant(), "govbr_signature": None}
    monkeypatch.setattr(type(outside.tables), "tenant", lambda self: card)
    assert "govbr" not in methods(outside.ports)
    for act in (
        lambda: prepare(outside, letter),
        lambda: authorise(outside.ports, CLERK, 1, "s", "n"),
        lambda: collect(outside, (letter, "x")),
    ):
        with refused("govbr_not_offered", Refused):
            act()


def test_button_is_there_for_a_type_that_asks_for_the_advanced_level(outside: Outside, letter: Document, monkeypatch):
    asked = {
        code: replace(kind, minimum_signature=SignatureLevel.ADVANCED)
        for code, kind in outside.tables.document_types().items()
    }
    monkeypatch.setattr(type(outside.tables), "document_types", lambda self: asked)
    assert read(outside, letter).actions[Action.DOCUMENT_SIGN].allowed
    ready = prepare(outside, letter)
    (made,) = collect(outside, (letter, ready))
    finish(outside, letter, ready, made.signature)


def test_address_is_the_one_of_the_agreement(outside: Outside):
    one, many = (authorise(outside.ports, CLERK, count, "st", "no") for count in (1, MAXIMUM))
    assert one == (
        "https://cas.govbr.example/oauth2.0/authorize?response_type=code&client_id=iperoig-de-prova&scope=sign"
        "&redirect_uri=https%3A%2F%2Fiperoig.example%2Fassinatura-govbr&state=st&nonce=no"
    )
    assert "scope=signature_session" in many


def test_every_trouble_is_told_in_whole_sentences():
    for code, message in {**LASTING, **PASSING}.items():
        assert code.startswith("govbr_")
        assert message[0].isupper()
        assert message.endswith(".")
