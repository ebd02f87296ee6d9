"""DOC-03: notes, table of contents and references on paper, tagged, and leading where they say."""

import io
import re

import pikepdf
import pypdfium2
import pytest

from chalicelib.adapters.rendering.typst_pdf import render_pdf
from chalicelib.domain.content import parse
from chalicelib.domain.content_places import with_references
from tests.adapters.rendering.letters import letter_model
from tests.adapters.rendering.structure import problems
from tests.domain.content_examples import (
    CONTENTS,
    anchored,
    document,
    footnote,
    heading,
    paragraph,
    reference,
    section,
    text,
)

LINK = {"type": "text", "text": "sítio", "marks": [{"type": "link", "attrs": {"href": "https://ubatuba.example"}}]}

LAW = text("Lei", "italic")
NOTE = footnote("Ver ", LAW, " e ", LINK, ".", {"type": "hardBreak"}, "Art. 7º.")


def printed(*sections):
    return render_pdf(letter_model(with_references(parse(document(*sections))).tree))


def pages(pdf):
    opened = pypdfium2.PdfDocument(pdf)
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in opened]


@pytest.fixture(scope="module")
def study():
    first = heading("Do objeto", anchor="aaaaaa")
    first["content"].append(footnote("Nota do título."))
    body = (
        CONTENTS,
        first,
        paragraph("Nos termos do ", reference("bbbbbb"), NOTE, "."),
        {"type": "pageBreak"},
        heading("Do prazo", 2),
        paragraph("Fica criado.", style="article"),
        anchored(paragraph("prazo de um ano;", style="inciso"), "bbbbbb"),
        paragraph("Como em ", reference("aaaaaa"), " e na ", reference("cccccc"), "."),
        anchored(paragraph("Despesas", style="table_caption"), "cccccc"),
    )
    return printed(section("title", paragraph("Estudo", style="title")), section("body", *body))


def test_notes_stand_at_the_foot_of_the_page_that_calls_them(study):
    first, second = pages(study)
    assert "inciso I2. 1Nota do título. 2Ver Lei e sítio. Art. 7º." in first
    assert "Nota do título" not in second


def test_the_table_of_contents_gives_the_pages_of_the_headings_and_not_of_the_title(study):
    contents = re.search(r"Sumário (.*?) Do objeto1", pages(study)[0])[1]
    assert re.fullmatch(r"Do objeto [. ]+ 1 Do prazo [. ]+ 2", contents)


def test_references_read_as_the_parts_they_lead_to(study):
    first, second = pages(study)
    assert "Nos termos do art. 1º, inciso I" in first
    assert "Como em “Do objeto” e na Tabela 1. Tabela 1 – Despesas" in second


def test_readers_of_tags_find_notes_contents_and_links(study):
    with pikepdf.open(io.BytesIO(study)) as pdf:
        things = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        tags = [str(each.S) for each in things if "/S" in each and "/P" in each]
        links = [each for page in pdf.pages for each in page.Annots]
        inside = [link for link in links if "/Dest" in link or link.get("/A", {}).get("/S") == "/GoTo"]
    assert {"/Note", "/TOC", "/TOCI", "/Link", "/Reference"} <= set(tags)
    assert tags.count("/Note") == 2
    assert len(inside) >= 2 + 2 * 2 + 3, "two entries, each note there and back, three references"
    assert problems(study) == []


def test_what_goes_on_over_pages_repeats_no_note_and_no_link():
    """A header that leads somewhere is printed once: PDF/UA forbids links in what a page repeats."""
    row = lambda kind, *blocks: {"type": "tableRow", "content": [{"type": kind, "attrs": {}, "content": list(blocks)}]}  # noqa: E731
    header = anchored(paragraph("Cabeçalho", footnote("Só uma vez."), LINK, style="article"), "aaaaaa")
    table = {"type": "table", "content": [row("tableHeader", header), *[row("tableCell", paragraph("x"))] * 90]}
    read = " ".join(pages(printed(section("body", paragraph("Ver ", reference("aaaaaa")), table))))
    assert read.count("Cabeçalho") == read.count("Só uma vez.") == 1
    assert "Ver art. 1º" in read


def test_a_part_that_says_nothing_yet_can_be_led_to():
    """An empty item keeps its number, and the reference to it leads there."""
    empty = anchored(paragraph(style="numbered"), "aaaaaa")
    quoted = {"type": "blockquote", "content": [empty]}
    assert "Ver item 1" in pages(printed(section("body", paragraph("Ver ", reference("aaaaaa")), quoted)))[0]
