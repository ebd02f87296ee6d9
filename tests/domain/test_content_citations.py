"""What a document cites is a number, wherever it is shown (DOC-03)."""

import pytest

from chalicelib.domain import content
from chalicelib.domain.content import ContentRefused, plain_text
from chalicelib.domain.content_citations import Citation, citation_address, citations, without_places
from chalicelib.domain.content_html import to_html
from tests.domain.content_examples import document, letter, paragraph, section

NUP = "35041.000387/2000-19"


def of_document(number="0000012", **places):
    return {"type": "documentReference", "attrs": {"number": number, **places}}


def of_process(number=NUP):
    return {"type": "processReference", "attrs": {"number": number}}


def test_citations_are_listed_once_in_reading_order():
    parsed = content.parse(letter(paragraph(of_document(), of_process(), of_document("0000011"), of_document())))
    assert citations(parsed) == (
        Citation("document", "0000012"),
        Citation("process", NUP),
        Citation("document", "0000011"),
    )


def test_place_that_a_client_wrote_beside_a_number_is_not_kept():
    parsed = content.parse(letter(paragraph(of_document(document="a" * 26, process="b" * 26))))
    kept = without_places(parsed)
    assert "aaa" not in content.canonical(kept).decode()
    assert "bbb" not in content.canonical(kept).decode()
    assert citations(kept) == citations(parsed)


def test_citation_reads_as_its_number_and_leads_where_the_number_is_found():
    parsed = content.parse(document(section("body", paragraph("Ver ", of_document(), " e ", of_process()))))
    assert plain_text(parsed) == f"Ver 0000012 e {NUP}"
    html = to_html(parsed, site="https://ubatuba.example")
    assert 'href="https://ubatuba.example/numero/0000012" target="_blank" rel="noopener">0000012</a>' in html
    assert f'href="https://ubatuba.example/numero/35041000387200019" target="_blank" rel="noopener">{NUP}</a>' in html
    assert "href" not in to_html(parsed)
    assert citation_address("", NUP) == ""


@pytest.mark.parametrize("number", ["", "abc", "1", "12/", "35041.000387/2000-19<b>", "1" * 60, None, 7])
def test_what_is_no_process_number_is_refused(number):
    with pytest.raises(ContentRefused):
        content.parse(document(section("body", paragraph(of_process(number)))))


def test_a_citation_inside_a_link_is_one_link():
    link = {"type": "link", "attrs": {"href": "https://outro.example"}}
    parsed = content.parse(document(section("body", paragraph({**of_process(), "marks": [link]}))))
    assert to_html(parsed, site="https://ubatuba.example").count("<a ") == 1
