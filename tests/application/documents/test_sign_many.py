"""Many documents, one dialog, one password, a result for each: DOC-10, demands 7."""

import pytest

from chalicelib.application.documents.sign_many import sign_documents
from chalicelib.application.documents.with_one_password import OnePassword, ToSign
from chalicelib.domain.access import Profile
from chalicelib.domain.document import Document
from chalicelib.domain.errors import Forbidden, InvalidRequest, TooManyAttempts, Unauthenticated
from tests.application.under_way import CHIEF, CLERK, HEAD, received, refused, started
from tests.fakes.city import ANA, PROTOCOL, at_work
from tests.fakes.outside import Outside
from tests.fakes.people import SECRET

from .office import again, drafted, saved, signed

TITLE = "Agente de Protocolo"


def sign_all(
    outside: Outside, documents: list[Document], who=CLERK, password: str = SECRET, key=None, title=TITLE, code=""
):
    wanted = [ToSign(one.process, one.id, one.text.digest) for one in documents]
    operation = outside.operation(who.user.id, key)
    return sign_documents(outside.ports, who, operation, OnePassword(password, title, code), wanted)["results"]


def letters(outside: Outside, count: int) -> list[Document]:
    return [drafted(outside, started(outside)) for _ in range(count)]


def test_ten_documents_of_ten_processes_are_signed_with_one_password(outside: Outside):
    documents = letters(outside, 10)
    results = sign_all(outside, documents)
    assert [result["signed"] for result in results] == [True] * 10
    assert [result["document"] for result in results] == [one.id for one in documents]
    assert [len(again(outside, one).signatures) for one in documents] == [1] * 10
    assert len({seal.digest for seal in outside.memory.seals}) == 10


def test_password_is_verified_once(outside: Outside, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(
        "tests.fakes.outside.Passwords.verify", lambda self, hashed, password: asked.append(password) or True
    )
    sign_all(outside, letters(outside, 4))
    assert asked == [SECRET]


def test_document_that_cannot_be_signed_does_not_hinder_the_others(outside: Outside):
    first, taken, changed, last = letters(outside, 4)
    signed(outside, taken)
    saved(outside, changed, "outro texto", CHIEF)
    results = sign_all(outside, [first, taken, changed, last])
    assert [result["code"] for result in results] == [None, "already_signed", "document_changed", None]
    assert results[1]["message"] == "Você já assinou este documento."
    assert [len(again(outside, one).signatures) for one in (first, taken, changed, last)] == [1, 1, 0, 1]


def test_wrong_password_signs_nothing_and_counts_once(outside: Outside):
    documents = letters(outside, 3)
    with refused("wrong_password", Unauthenticated):
        sign_all(outside, documents, password="errada")
    assert [again(outside, one).signatures for one in documents] == [(), (), ()]
    assert outside.identity.counts["account.ana.lima"][0] == 1


def test_guessing_with_many_documents_is_slowed_down_all_the_same(outside: Outside):
    documents = letters(outside, 2)
    for _ in range(5):
        with refused("wrong_password"):
            sign_all(outside, documents, password="errada")
    with pytest.raises(TooManyAttempts):
        sign_all(outside, documents)


def test_nobody_tries_passwords_against_documents_they_may_not_read(outside: Outside):
    draft = drafted(outside, received(outside, keep_open=True))
    (result,) = sign_all(outside, [draft], HEAD, password="errada")
    assert (result["signed"], result["code"]) == (False, "draft_of_another_unit")
    assert outside.identity.counts == {}


def test_title_that_is_not_of_the_unit_is_a_fault_of_the_request(outside: Outside):
    documents = letters(outside, 2)
    with pytest.raises(InvalidRequest):
        sign_all(outside, documents, title="Prefeita")
    assert outside.memory.seals == []


def test_same_request_again_signs_only_what_it_had_not_signed(outside: Outside):
    documents = letters(outside, 3)
    outside.memory.interrupt = _dies_at(2)
    with pytest.raises(KeyboardInterrupt):
        sign_all(outside, documents, key="lote-1")
    outside.memory.interrupt = lambda: None
    results = sign_all(outside, documents, key="lote-1")
    assert [result["signed"] for result in results] == [True] * 3
    assert [len(again(outside, one).signatures) for one in documents] == [1, 1, 1]


def _dies_at(turn: int):
    turns = iter(range(1, 100))

    def interrupt() -> None:
        if next(turns) == turn:
            raise KeyboardInterrupt

    return interrupt


def test_profile_that_only_consults_signs_nothing(outside: Outside):
    consults = at_work(ANA, PROTOCOL, Profile.ARCHIVE)
    with pytest.raises(Forbidden):
        sign_all(outside, letters(outside, 1), consults)
