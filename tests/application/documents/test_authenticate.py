"""Authenticating a digitized document with the password of whoever read it: DOC-13, DOC-11, TRA-14."""

import json
from dataclasses import replace
from datetime import date

import pytest

from chalicelib.application.documents.authenticate import authenticate_document
from chalicelib.application.documents.consult_signatures import consult_signatures
from chalicelib.application.documents.edit_metadata import edit_metadata
from chalicelib.application.documents.signing_by_password import SignForm
from chalicelib.domain.authenticating import ADMINISTRATIVE
from chalicelib.domain.digitization import Digitization
from chalicelib.domain.document import DocumentState, Pen
from chalicelib.domain.errors import Forbidden, Refused, Unauthenticated
from chalicelib.domain.presence import Signal
from tests.application.under_way import CHIEF, CLERK, HEAD, received, refused, started
from tests.fakes.city import PERSONNEL
from tests.fakes.outside import Outside
from tests.fakes.people import SECRET

from .office import again, drafted, filed, seen

SCANNED = Digitization("Maria Silva", date(2026, 11, 23), "Protocolo", "Ana Lima")


def paper(outside: Outside, process: str, who=CLERK, **changes):
    about = {"format": "digitized", "conformity_check": ADMINISTRATIVE, "digitization": SCANNED}
    return filed(outside, process, who, **{**about, **changes})


def authenticate(outside: Outside, document, who=CLERK, **changes):
    digest = document.file.sha256 if document.file else "0" * 64
    form = replace(SignForm(SECRET, "Agente de Protocolo", digest), **changes)
    operation = outside.operation(who.user.id)
    return authenticate_document(outside.ports, who, operation, document.process, document.id, form)


def test_authentication_says_who_as_what_and_is_news_elsewhere(outside: Outside):
    process = received(outside, keep_open=True)
    document = paper(outside, process)
    (made,) = authenticate(outside, document)["signatures"]
    assert (made["signer"]["id"], made["role_title"], made["method"]) == (
        "ana.lima",
        "Agente de Protocolo",
        "password",
    )
    after = again(outside, document)
    assert (after.state, after.pen) == (DocumentState.FILED, Pen.UNSEEN)
    assert outside.memory.sentences(process)[-1] == (
        "SEMAD/PROT",
        "Autenticado Documento 0000001 (Requerimento 77) por ana.lima",
    )
    assert Signal.DOCUMENT_SIGNED in outside.memory.process(process).presences[PERSONNEL.id].signals


def test_authentication_is_sealed_and_its_record_takes_its_place_in_the_chain(outside: Outside):
    document = paper(outside, started(outside))
    authenticate(outside, document)
    authenticate(outside, document, CHIEF)
    entry = outside.memory.histories[document.process][-1]
    made, record = again(outside, document).signatures[-1], json.loads(outside.memory.seals[-1].record)
    assert (record["previous"], record["content_sha256"]) == (entry.previous, document.file.sha256)
    assert made.record == outside.memory.seals[-1].digest == entry.fact.arguments()["record"]
    assert (made.entry, made.kid) == (entry.n, outside.memory.seals[-1].kid)
    assert outside.sealer.sealed[-1] == f"iperoig-signature-1:{made.record}".encode()
    consulted = consult_signatures(outside.ports, CLERK, document.process, document.id)
    assert consulted.seals == outside.memory.seals


def test_wrong_password_certifies_nothing(outside: Outside):
    document = paper(outside, started(outside))
    with refused("wrong_password", Unauthenticated):
        authenticate(outside, document, password="errada")
    assert again(outside, document) == document
    assert (outside.memory.seals, outside.sealer.sealed) == ([], [])


def test_only_a_protocol_unit_authenticates_and_only_what_it_digitized(outside: Outside):
    process = received(outside, keep_open=True)
    theirs = paper(outside, process, HEAD)
    with refused("not_protocol_unit", Forbidden):
        authenticate(outside, theirs, HEAD)
    with refused("document_of_another_unit", Forbidden):
        authenticate(outside, theirs, CLERK)
    with refused("not_uploaded", Forbidden):
        authenticate(outside, drafted(outside, process))


def test_document_of_another_check_is_not_authenticated(outside: Outside):
    with refused("not_for_authentication", Refused):
        authenticate(outside, paper(outside, started(outside), conformity_check="copia-simples"))


@pytest.mark.parametrize("elsewhere", [False, True])
def test_other_check_undoes_the_authentication_until_another_unit_has_seen_it(outside: Outside, elsewhere):
    document = paper(outside, received(outside, keep_open=True))
    authenticate(outside, document)
    if elsewhere:
        seen(outside, again(outside, document))
    changes = {"conformity_check": "copia-simples"}

    def edit():
        operation = outside.operation(CHIEF.user.id)
        return edit_metadata(outside.ports, CHIEF, operation, document.process, document.id, changes)

    if elsewhere:
        with refused("document_frozen", Refused):
            edit()
        assert again(outside, document).pen is Pen.SEEN
        return
    edit()
    assert again(outside, document).pen is Pen.NONE
    assert [sentence for _, sentence in outside.memory.sentences(document.process)][-2:] == [
        "Cancelamento de autenticação do documento 0000001 (Requerimento 77)",
        "Alterado tipo de conferência do documento 0000001 (Requerimento 77) para Cópia simples",
    ]
