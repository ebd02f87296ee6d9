"""The first text of a document, and what its template fixes in it: DOC-01, DOC-03, DOC-04, DOC-11."""

import pytest

from chalicelib.application.documents.create import create_draft
from chalicelib.application.documents.save import SaveForm, save_draft
from chalicelib.domain.content import parse, plain_text
from chalicelib.domain.errors import Forbidden
from tests.application.under_way import CLERK, FOREIGNER, HEAD, invalid, received, refused, sent, started
from tests.application.under_way import RESTRICTED as RESTRICTED_PROCESS
from tests.fakes.city import PENSIONS
from tests.fakes.outside import Outside

from .office import draft_form, drafted, filed, read, saved, seen, signed, written


def create(outside: Outside, process: str, who=CLERK, **form):
    return create_draft(outside.ports, who, outside.operation(who.user.id), process, draft_form(**form))


def text_of(outside: Outside, document, who=CLERK) -> str:
    return plain_text(parse(read(outside, document, who).content))


# First text


def test_letter_begins_with_its_template_and_the_systems_values(outside: Outside):
    text = text_of(outside, drafted(outside, started(outside)))
    assert text.split("\n") == [
        "Protocolo Geral",
        "Ofício nº 1/2026",
        "Em 23 de novembro de 2026, comunico",
        "Ana Lima",
    ]


def test_type_without_template_has_letterhead_body_and_place_for_signatures(outside: Outside):
    document = drafted(outside, started(outside), form=draft_form("despacho"))
    assert document.text is not None
    assert document.text.signable
    assert text_of(outside, document).startswith("Prefeitura Municipal")


def test_empty_text_keeps_what_the_template_fixes(outside: Outside):
    text = text_of(outside, drafted(outside, started(outside), form=draft_form(first="none")))
    assert "comunico" not in text
    assert "Ofício nº 1/2026" in text


def test_text_of_another_document_comes_without_its_letterhead(outside: Outside):
    process = received(outside)
    model = saved(outside, drafted(outside, process, HEAD), "Texto do modelo", HEAD)
    signed(outside, model, HEAD)
    mine = started(outside)
    text = text_of(outside, drafted(outside, mine, form=draft_form(first="document", reference=model.number)))
    assert "Texto do modelo" in text
    assert text.startswith("Protocolo Geral")
    assert "Recursos Humanos" not in text


def test_number_of_a_model_may_be_typed_without_its_zeros(outside: Outside):
    process = started(outside)
    model = saved(outside, drafted(outside, process), "Texto do modelo")
    form = draft_form(first="document", reference=str(int(model.number)))
    assert "Texto do modelo" in text_of(outside, drafted(outside, process, form=form))


@pytest.mark.parametrize("reference", [None, "", "999", "9999999"])
def test_model_that_is_not_there_is_refused(outside: Outside, reference):
    process = started(outside)
    with invalid(("initial_text.reference", "document_unknown")):
        create(outside, process, first="document", reference=reference)


def test_received_file_is_no_model(outside: Outside):
    process = started(outside)
    number = filed(outside, process).number
    with invalid(("initial_text.reference", "document_unknown")):
        create(outside, process, first="document", reference=number)


def test_model_one_may_not_know_of_is_answered_as_an_absent_one(outside: Outside):
    hidden = drafted(outside, started(outside, RESTRICTED_PROCESS))
    foreign = sent(outside, PENSIONS.id)
    with invalid(("initial_text.reference", "document_unknown")):
        create(outside, foreign, FOREIGNER, first="document", reference=hidden.number)


def test_draft_of_another_unit_is_no_model(outside: Outside):
    draft = drafted(outside, started(outside))
    with refused("draft_of_another_unit", Forbidden):
        create(outside, received(outside), HEAD, first="document", reference=draft.number)


def test_restricted_content_is_no_model_for_who_may_not_read_it(outside: Outside):
    letter = signed(outside, drafted(outside, started(outside, RESTRICTED_PROCESS)))
    with refused("restricted_content", Forbidden):
        create(outside, received(outside), HEAD, first="document", reference=letter.number)


def test_using_a_signed_document_as_a_model_is_reading_it(outside: Outside):
    letter = signed(outside, drafted(outside, started(outside)))
    create(outside, received(outside), HEAD, first="document", reference=letter.number)
    again = read(outside, letter).document
    assert again.pen.value == "seen"


# DOC-04: what the template fixes


def spoofed(outside: Outside, document):
    content = written(outside, document, "Texto")
    content["content"][0]["content"][0]["content"][0]["attrs"]["value"] = "Gabinete do Prefeito"
    return content


def test_name_of_another_unit_written_over_a_letterhead_is_overwritten(outside: Outside):
    document = drafted(outside, started(outside))
    form = SaveForm(spoofed(outside, document), document.revision)
    save_draft(outside.ports, CLERK, outside.operation(), document.process, document.id, form)
    text = text_of(outside, document)
    assert text.startswith("Protocolo Geral")
    assert "Gabinete" not in text


def test_seen_is_for_signed_documents_only(outside: Outside):
    draft = drafted(outside, received(outside, keep_open=True))
    assert not seen(outside, draft).seen_elsewhere
