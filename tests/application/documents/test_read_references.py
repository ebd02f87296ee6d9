"""Citations are found anew for each reader: right after a move, silent about what may not be seen (DOC-03)."""

from chalicelib.application.documents.check_text import check_text
from chalicelib.application.documents.cited import Cited
from chalicelib.application.documents.move import MoveForm, move_document
from chalicelib.application.documents.read_references import read_references
from chalicelib.application.documents.save import SaveForm, save_draft
from chalicelib.domain.content_checks import Finding
from chalicelib.domain.document import Document
from tests.application.under_way import CLERK, FOREIGNER, HEAD, refused, restrict, started
from tests.domain.content_examples import paragraph
from tests.fakes.outside import Outside

from .office import again, drafted, filed, read, signed


def citing(outside: Outside, *references, process: str = "") -> Document:
    """A letter of the clerk's that cites these."""
    document = drafted(outside, process or started(outside))
    content = read(outside, document).content
    body = next(section for section in content["content"] if section["attrs"]["role"] == "body")
    body["content"] = [paragraph("Ver ", *references)]
    form = SaveForm(content, document.revision)
    save_draft(outside.ports, CLERK, outside.operation(CLERK.user.id), document.process, document.id, form)
    return again(outside, document)


def of_document(number: str, **places):
    return {"type": "documentReference", "attrs": {"number": number, **places}}


def of_process(number: str):
    return {"type": "processReference", "attrs": {"number": number}}


def cited(outside: Outside, document: Document, who=CLERK) -> list[Cited]:
    return list(read_references(outside.ports, who, document.process, document.id))


def test_citation_is_told_with_its_title_and_its_place(outside: Outside):
    other = drafted(outside, started(outside))
    document = citing(outside, of_document(other.number), of_process(outside.memory.process(other.process).nup))
    first, second = cited(outside, document)
    assert (first.title, first.document) == (f"{other.title} ({other.number})", other.id)
    assert (second.process, second.document) == (other.process, "")
    assert first.found
    assert second.found


def test_citation_follows_a_document_that_was_moved(outside: Outside):
    here, there = started(outside), started(outside)
    file = filed(outside, here)
    document = citing(outside, of_document(file.number))
    assert cited(outside, document)[0].process == here
    move_document(outside.ports, CLERK, outside.operation(), here, file.id, MoveForm(there, "Entrou errado"))
    (moved,) = cited(outside, document)
    assert (moved.process, moved.found) == (there, True)


def test_what_the_reader_may_not_see_reads_as_what_is_not_there(outside: Outside):
    secret = started(outside)
    hidden = drafted(outside, secret)
    document = signed(outside, citing(outside, of_document(hidden.number), of_document("9999999")))
    assert cited(outside, document)[0].found
    restrict(outside, secret)
    seen, absent = cited(outside, document, FOREIGNER)
    assert seen == Cited("document", hidden.number)
    assert absent == Cited("document", "9999999")


def test_ids_written_by_the_client_are_not_believed(outside: Outside):
    other = drafted(outside, started(outside))
    document = citing(outside, of_document(other.number, document="a" * 26, process="b" * 26))
    assert "a" * 26 not in str(read(outside, document).content)
    assert cited(outside, document)[0].document == other.id


def test_who_may_not_read_the_document_does_not_learn_what_it_cites(outside: Outside):
    document = citing(outside, of_document("9999999"))
    with refused("draft_of_another_unit"):
        cited(outside, document, HEAD)


def test_number_that_leads_nowhere_is_told_before_signing_and_one_that_leads_somewhere_is_not(outside: Outside):
    other = drafted(outside, started(outside))
    document = citing(outside, of_document(other.number), of_document("9999999"))
    found = check_text(outside.ports, CLERK, document.process, document.id)
    assert [each for each in found if each.kind == "broken_reference"] == [Finding("broken_reference", "9999999")]
    with refused("draft_of_another_unit"):
        check_text(outside.ports, HEAD, document.process, document.id)
