"""Versions, restoring, and what the pen does to both: DOC-05, DOC-11, DOC-12, entry 6."""

import pytest

from chalicelib.application.documents.read import list_versions, read_version
from chalicelib.application.documents.restore_version import restore_version
from chalicelib.application.documents.save import SaveForm, save_draft
from chalicelib.domain.content import parse, plain_text
from chalicelib.domain.document import DocumentState
from chalicelib.domain.errors import Forbidden, NotFound
from tests.application.under_way import CHIEF, CLERK, HEAD, received, refused, sent, started
from tests.fakes.city import ANA
from tests.fakes.outside import Outside

from .office import again, draft_form, drafted, filed, read, saved, seen, signed, written


def save(outside: Outside, document, who=CLERK, revision=None, content=None, operation=None):
    form = SaveForm(
        content or written(outside, document, "Defiro."), revision or again(outside, document).revision
    )
    operation = operation or outside.operation(who.user.id)
    return save_draft(outside.ports, who, operation, document.process, document.id, form)


def versions(outside: Outside, document, who=CLERK) -> list[int]:
    return [kept.number for kept in list_versions(outside.ports, who, document.process, document.id)[1]]


def text_of(outside: Outside, document) -> str:
    return plain_text(parse(read(outside, document).content))


def restore(outside: Outside, document, number: int, who=CLERK):
    operation = outside.operation(who.user.id)
    return restore_version(outside.ports, who, operation, document.process, document.id, number)


def test_versions_by_time_by_request_and_by_person(outside: Outside):
    document = drafted(outside, started(outside))
    saved(outside, document, "um")
    saved(outside, document, "dois")
    assert versions(outside, document) == [2, 1]
    outside.later(minutes=10)
    saved(outside, document, "três")
    saved(outside, document, "quatro", explicit=True)
    saved(outside, document, "cinco", CHIEF)
    assert versions(outside, document) == [5, 4, 3, 2, 1]
    content, html = read_version(outside.ports, CLERK, document.process, document.id, 2)
    assert "dois" in plain_text(parse(content))
    assert "dois" in html


# DOC-11, DOC-12: the pen


def test_editing_with_the_yellow_pen_drops_the_signatures_and_says_so(outside: Outside):
    document = signed(outside, drafted(outside, started(outside)))
    after = saved(outside, document, "Indefiro.")
    assert (after.state, after.signatures) == (DocumentState.DRAFT, ())
    assert outside.memory.sentences(document.process)[-1] == (
        "SEMAD/PROT",
        "Cancelamento de assinatura do documento 0000001 (Ofício 1/2026)",
    )
    assert versions(outside, document) == [2, 1]


def test_document_edited_after_signing_may_be_signed_again(outside: Outside):
    document = signed(outside, drafted(outside, started(outside)))
    saved(outside, document, "Indefiro.")
    assert [made.signer for made in signed(outside, document).signatures] == [ANA]


def test_black_pen_freezes_the_text(outside: Outside):
    document = signed(outside, drafted(outside, received(outside, keep_open=True)))
    seen(outside, document)
    with refused("document_frozen", Forbidden):
        save(outside, document)
    with refused("document_frozen", Forbidden):
        restore(outside, document, 1)


def test_document_read_elsewhere_while_it_is_saved_is_frozen(outside: Outside):
    document = signed(outside, drafted(outside, received(outside, keep_open=True)))
    content = written(outside, document, "Indefiro.")
    others = iter([None])

    def race() -> None:
        if next(others, 0) is None:
            seen(outside, document)

    outside.memory.interrupt = race
    with refused("document_frozen", Forbidden):
        save(outside, document, content=content)
    assert len(again(outside, document).signatures) == 1


# DOC-05: restoring


def test_restored_version_becomes_a_new_one_and_is_told(outside: Outside):
    document = drafted(outside, started(outside))
    saved(outside, document, "primeiro", explicit=True)
    saved(outside, document, "segundo", explicit=True)
    reply = restore(outside, document, 2)
    assert reply["version"] == 4
    assert "primeiro" in text_of(outside, document)
    assert versions(outside, document) == [4, 3, 2, 1]
    assert outside.memory.sentences(document.process)[-1][1] == (
        "Recuperada a versão 2 do documento 0000001 (Ofício 1/2026)"
    )


def test_restoring_over_a_yellow_pen_drops_the_signatures(outside: Outside):
    document = drafted(outside, started(outside))
    saved(outside, document, "segundo", explicit=True)
    signed(outside, document)
    restore(outside, document, 1)
    assert again(outside, document).signatures == ()
    assert [sentence for _, sentence in outside.memory.sentences(document.process)][-2:] == [
        "Cancelamento de assinatura do documento 0000001 (Ofício 1/2026)",
        "Recuperada a versão 1 do documento 0000001 (Ofício 1/2026)",
    ]


def test_restored_text_has_its_own_digest_and_code(outside: Outside):
    document = drafted(outside, started(outside))
    first = again(outside, document).text
    saved(outside, document, "segundo", explicit=True)
    restore(outside, document, 1)
    after = again(outside, document).text
    assert (after.digest, after.crc, after.key) == (first.digest, first.crc, first.key)


@pytest.mark.parametrize("number", [0, 9])
def test_version_that_is_not_there_is_not_restored(outside: Outside, number):
    document = drafted(outside, started(outside))
    with refused("version_not_found", NotFound):
        restore(outside, document, number)
    with refused("version_not_found", NotFound):
        read_version(outside.ports, CLERK, document.process, document.id, number)


def test_versions_are_the_units_who_wrote_them(outside: Outside):
    document = signed(outside, drafted(outside, received(outside, keep_open=True)))
    with refused("versions_of_another_unit", Forbidden):
        list_versions(outside.ports, HEAD, document.process, document.id)
    with refused("versions_of_another_unit", Forbidden):
        read_version(outside.ports, HEAD, document.process, document.id, 1)
    with refused("document_of_another_unit", Forbidden):
        restore(outside, document, 1, HEAD)


def test_received_file_has_no_versions(outside: Outside):
    document = filed(outside, sent(outside, keep_open=True))
    with refused("not_authored", Forbidden):
        list_versions(outside.ports, CLERK, document.process, document.id)


def test_text_of_a_version_carries_no_stamps(outside: Outside):
    document = signed(outside, drafted(outside, started(outside), form=draft_form("despacho")))
    _, html = read_version(outside.ports, CLERK, document.process, document.id, 1)
    assert "Documento assinado eletronicamente" not in html
    assert "Documento assinado eletronicamente" in str(read(outside, document).html)
