"""With what title and at what level one signs: ACC-11, DOC-10, DOC-14 and Lei 14.063/2020."""

from dataclasses import replace

import pytest

from chalicelib.domain.document import sign
from chalicelib.domain.errors import InvalidRequest, Refused
from chalicelib.domain.signature import SignatureLevel, check_role_title
from chalicelib.domain.signature_stamp import SignatureStamp, signature_runs
from tests.fakes.city import START

from .document_examples import draft, signature
from .process_examples import refused

TITLES = ("Procurador Municipal", "Procuradora Municipal")


def test_title_of_the_unit_is_accepted():
    check_role_title("Procuradora Municipal", TITLES, free=False)


def test_title_that_is_not_of_the_unit_is_refused():
    with pytest.raises(InvalidRequest) as refusal:
        check_role_title("Prefeita Municipal", TITLES, free=False)
    assert [(error.field, error.code) for error in refusal.value.errors] == [
        ("role_title", "role_title_not_of_unit")
    ]


def test_city_may_let_the_signer_write_a_title():
    check_role_title("Relatora da comissão", TITLES, free=True)


def test_unit_without_titles_keeps_nobody_from_signing():
    check_role_title("Relatora da comissão", (), free=False)


@pytest.mark.parametrize("level", SignatureLevel)
@pytest.mark.parametrize("minimum", SignatureLevel)
def test_signature_below_what_the_type_asks_is_refused(level: SignatureLevel, minimum: SignatureLevel):
    order = ["simple", "advanced", "qualified"]
    made = replace(signature(), level=level)
    if order.index(level) < order.index(minimum):
        with refused("signature_level_too_low", Refused):
            sign(draft(), made, minimum)
    else:
        assert sign(draft(), made, minimum)[0].signatures == (made,)


def stamp_text(stamp: SignatureStamp) -> str:
    return "".join(run.text for run in signature_runs(stamp, "Decreto nº 1"))


def test_stamp_says_level_and_method_after_the_sentence_people_know():
    made = stamp_text(SignatureStamp("Ana Lima", "Agente", START, SignatureLevel.SIMPLE))
    assert made.startswith("Documento assinado eletronicamente por Ana Lima, Agente, em ")
    assert made.endswith(
        "com fundamento no Decreto nº 1. Assinatura eletrônica simples (Lei nº 14.063/2020), com usuário e senha."
    )


def test_stamp_without_a_level_says_none():
    assert stamp_text(SignatureStamp("Ana Lima", "Agente", START)).endswith("no Decreto nº 1.")
