"""Signing with the password, bound to the text one read: DOC-04, DOC-10, DOC-11, DOC-14, DOC-16, TRA-14."""

from dataclasses import replace

import pytest

from chalicelib.application.documents.sign import sign_document
from chalicelib.application.references import ProcessKey
from chalicelib.domain.access import Profile
from chalicelib.domain.document import DocumentState, Pen
from chalicelib.domain.errors import Conflict, Forbidden, NotFound, Refused, TooManyAttempts, Unauthenticated
from chalicelib.domain.policy import Action
from chalicelib.domain.presence import Signal
from chalicelib.domain.process import State
from chalicelib.domain.signature import SignatureLevel
from tests.application.under_way import CHIEF, CLERK, HEAD, received, refused, started
from tests.fakes.city import ANA, CARLOS, PERSONNEL, PROTOCOL, at_work
from tests.fakes.outside import Outside

from .office import again, draft_form, drafted, filed, read, saved, seen, sign_form, signed

CONSULTS = at_work(ANA, PROTOCOL, Profile.ARCHIVE)


def sign(outside: Outside, document, who=CLERK, **changes):
    operation = changes.pop("operation", None) or outside.operation(who.user.id)
    form = replace(sign_form(outside, document), **changes)
    return sign_document(outside.ports, who, operation, document.process, document.id, form)


def wrong(outside: Outside, document, times: int = 1) -> None:
    for _ in range(times):
        with refused("wrong_password", Unauthenticated):
            sign(outside, document, password="errada")


def test_signature_says_who_as_what_where_and_when(outside: Outside):
    document = drafted(outside, started(outside))
    outside.later(minutes=5)
    reply = sign(outside, document, role_title="Agente de Protocolo")
    assert reply == {
        "signatures": [
            {
                "signer": {"id": "ana.lima", "name": "Ana Lima"},
                "role_title": "Agente de Protocolo",
                "unit": {"id": "semad-prot", "acronym": "SEMAD/PROT"},
                "at": "2026-11-23T12:05:00Z",
                "method": "password",
                "level": "simple",
                "certificate": None,
            }
        ],
        "crc": document.text.crc,
    }
    after = again(outside, document)
    assert (after.state, after.pen, after.signatures[0].digest) == (
        DocumentState.SIGNED,
        Pen.UNSEEN,
        document.text.digest,
    )


def test_signature_is_told_and_is_news_for_the_other_unit(outside: Outside):
    process = received(outside, keep_open=True)
    signed(outside, drafted(outside, process))
    assert outside.memory.sentences(process)[-1] == (
        "SEMAD/PROT",
        "Assinado Documento 0000001 (Ofício 1/2026) por ana.lima",
    )
    assert outside.memory.process(process).presences[PERSONNEL.id].signals == {Signal.DOCUMENT_SIGNED}


def test_signed_page_carries_stamp_verifier_and_code(outside: Outside):
    document = signed(outside, drafted(outside, started(outside)))
    html = str(read(outside, document).html)
    for printed in ("Documento assinado eletronicamente", "Ana Lima", document.number, document.text.crc):
        assert printed in html


def test_two_people_of_the_unit_sign(outside: Outside):
    document = drafted(outside, started(outside))
    signed(outside, document)
    assert [made.signer for made in signed(outside, document, CHIEF).signatures] == [ANA, CARLOS]


def test_nobody_signs_twice(outside: Outside):
    document = signed(outside, drafted(outside, started(outside)))
    with refused("already_signed", Refused):
        sign(outside, document)


def test_repeated_request_signs_once(outside: Outside):
    document = drafted(outside, started(outside))
    operation = outside.operation(key="assinatura-1")
    first = sign(outside, document, operation=operation)
    assert sign(outside, document, operation=operation) == first
    assert len(again(outside, document).signatures) == 1


# Bound to what was read


def test_text_changed_between_view_and_signature_is_not_signed(outside: Outside):
    document = drafted(outside, started(outside))
    read_digest = document.text.digest
    saved(outside, document, "outro texto", CHIEF)
    with refused("document_changed", Conflict):
        sign(outside, document, digest=read_digest)
    assert again(outside, document).signatures == ()


def test_text_changed_while_the_signature_is_on_its_way_is_not_signed(outside: Outside):
    document = drafted(outside, started(outside))
    others = iter([None])

    def race() -> None:
        if next(others, 0) is None:
            saved(outside, document, "outro texto", CHIEF)

    outside.memory.interrupt = race
    with refused("document_changed", Conflict):
        sign(outside, document)
    assert again(outside, document).signatures == ()


def test_metadata_changed_meanwhile_does_not_hinder_the_signature(outside: Outside):
    from chalicelib.application.documents.edit_metadata import edit_metadata

    document = drafted(outside, started(outside))
    others = iter([None])

    def race() -> None:
        if next(others, 0) is None:
            place = (document.process, document.id)
            edit_metadata(
                outside.ports, CHIEF, outside.operation("carlos.moura"), *place, {"description": "x"}
            )

    outside.memory.interrupt = race
    sign(outside, document)
    after = again(outside, document)
    assert (after.metadata.description, len(after.signatures)) == ("x", 1)


def test_model_without_a_place_for_signatures_is_not_signed(outside: Outside):
    document = drafted(outside, started(outside), form=draft_form("nota"))
    with refused("no_place_for_signature", Refused):
        sign(outside, document)


# The password


def test_wrong_password_signs_nothing_and_is_counted(outside: Outside):
    document = drafted(outside, started(outside))
    wrong(outside, document)
    assert again(outside, document) == document
    assert outside.identity.counts == {"account.ana.lima": (1, outside.now)}


def test_guessing_is_slowed_down_and_the_right_password_waits_too(outside: Outside):
    document = drafted(outside, started(outside))
    wrong(outside, document, 5)
    with pytest.raises(TooManyAttempts) as refusal:
        sign(outside, document)
    assert refusal.value.retry_after == 15
    outside.later(seconds=15)
    wrong(outside, document)
    outside.later(seconds=29)
    with pytest.raises(TooManyAttempts):
        sign(outside, document)
    outside.later(seconds=1)
    assert sign(outside, document)["crc"]


def test_signing_forgives_the_mistakes_before_it(outside: Outside):
    process = started(outside)
    for _ in range(3):
        document = drafted(outside, process)
        wrong(outside, document, 4)
        sign(outside, document)
    assert outside.identity.counts == {}


def test_mistakes_of_one_person_do_not_slow_another(outside: Outside):
    document = drafted(outside, started(outside))
    wrong(outside, document, 5)
    assert signed(outside, document, CHIEF).signatures


def test_user_without_a_password_does_not_sign(outside: Outside):
    stranger = at_work(replace(ANA, id="sem.senha"), PROTOCOL)
    document = drafted(outside, started(outside))
    with refused("wrong_password", Unauthenticated):
        sign(outside, document, stranger)


def test_nobody_tries_passwords_against_what_they_may_not_read(outside: Outside):
    draft = drafted(outside, received(outside, keep_open=True))
    with refused("draft_of_another_unit", Forbidden):
        sign(outside, draft, HEAD, password="errada")
    assert outside.identity.counts == {}


# Who and where


def test_unit_that_did_not_write_it_does_not_sign_it(outside: Outside):
    document = signed(outside, drafted(outside, received(outside, keep_open=True)))
    with refused("document_of_another_unit", Forbidden):
        sign(outside, document, HEAD)


def test_profile_that_only_consults_does_not_sign(outside: Outside):
    document = drafted(outside, started(outside))
    with refused("profile_required", Forbidden):
        sign(outside, document, CONSULTS)


def test_received_file_is_not_signed(outside: Outside):
    process = started(outside)
    letter, document = drafted(outside, process), filed(outside, process)
    form = sign_form(outside, letter)
    with refused("not_authored", Forbidden):
        sign_document(outside.ports, CLERK, outside.operation(), process, document.id, form)


@pytest.mark.parametrize(
    ("state", "code"), [(State.SUSPENDED, "process_suspended"), (State.LOCKED, "process_view_only")]
)
def test_document_of_a_process_at_rest_is_not_signed(outside: Outside, state, code):
    document = drafted(outside, started(outside))
    held = outside.memory.process(document.process)
    outside.memory.things[ProcessKey(document.process)] = replace(held, state=state)
    with refused(code):
        sign(outside, document)


def test_absent_document_is_not_found(outside: Outside):
    document = drafted(outside, started(outside))
    form = sign_form(outside, document)
    with pytest.raises(NotFound):
        sign_document(outside.ports, CLERK, outside.operation(), document.process, "nada", form)


def test_second_person_of_the_unit_may_still_sign_with_the_black_pen(outside: Outside):
    document = signed(outside, drafted(outside, received(outside, keep_open=True)))
    assert seen(outside, document).pen is Pen.SEEN
    assert len(signed(outside, document, CHIEF).signatures) == 2


# The level (Lei 14.063/2020)


@pytest.fixture
def contract(outside: Outside, monkeypatch: pytest.MonkeyPatch):
    """A letter in draft whose type asks for a qualified signature."""
    document = drafted(outside, started(outside))
    asked = {
        code: replace(kind, minimum_signature=SignatureLevel.QUALIFIED)
        for code, kind in outside.tables.document_types().items()
    }
    monkeypatch.setattr(type(outside.tables), "document_types", lambda self: asked)
    return document


def test_password_does_not_sign_what_asks_for_more_and_nothing_is_sealed(outside: Outside, contract):
    with refused("signature_level_too_low", Refused) as refusal:
        sign(outside, contract)
    assert refusal.value.message == "Este tipo de documento exige assinatura qualificada; esta seria simples."
    assert (again(outside, contract).signatures, outside.sealer.sealed) == ((), [])


def test_button_says_that_the_password_is_not_enough_before_it_is_typed(outside: Outside, contract):
    decision = read(outside, contract).actions[Action.DOCUMENT_SIGN]
    assert (decision.allowed, decision.code) == (False, "signature_level_too_low")
    assert "exige assinatura qualificada" in str(decision.reason)


def test_button_allows_where_the_password_is_enough(outside: Outside):
    document = drafted(outside, started(outside))
    assert read(outside, document).actions[Action.DOCUMENT_SIGN].allowed
