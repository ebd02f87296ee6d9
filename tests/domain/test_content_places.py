"""DOC-03: footnotes, table of contents and references inside the document, numbered and resolved by the server."""

import pytest

from chalicelib.domain.content import canonical, check_fixed, fixed_marks, parse, plain_text
from chalicelib.domain.content_attributes import ContentRefused
from chalicelib.domain.content_contents import Entry, entries
from chalicelib.domain.content_html import to_html
from chalicelib.domain.content_places import place_names, with_references
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


def part(style, anchor=None):
    made = paragraph("texto", style=style)
    return anchored(made, anchor) if anchor else made


def named(*blocks):
    return dict(place_names(parse(document(section("body", *blocks)))))


def test_a_part_of_a_norm_is_called_with_those_it_is_inside_of():
    norm = (
        part("article"), part("inciso", "aaaaaa"), part("item", "bbbbbb"), part("clause", "cccccc"),
        part("inciso", "dddddd"), *[part("article")] * 8, part("article", "eeeeee"), part("sole_clause", "ffffff"),
        part("item", "gggggg"),
    )  # fmt: skip
    assert named(*norm) == {
        "aaaaaa": "art. 1º, inciso I",
        "bbbbbb": "art. 1º, inciso I, alínea “a”",
        "cccccc": "art. 1º, § 1º",
        "dddddd": "art. 1º, § 1º, inciso I",
        "eeeeee": "art. 10",
        "ffffff": "art. 10, parágrafo único",
        "gggggg": "art. 10, parágrafo único, alínea “a”",
    }


def test_headings_items_figures_and_tables_have_names_and_plain_paragraphs_none():
    blocks = (
        heading("  Do  objeto ", anchor="aaaaaa"), part("numbered"), part("numbered", "bbbbbb"), part("item", "cccccc"),
        part("figure_caption"), part("figure_caption", "dddddd"), part("table_caption", "eeeeee"),
        part("body", "ffffff"), heading("", anchor="gggggg"),
    )  # fmt: skip
    assert named(*blocks) == {
        "aaaaaa": "“Do objeto”",
        "bbbbbb": "item 2",
        "cccccc": "item 2, alínea “a”",
        "dddddd": "Figura 2",
        "eeeeee": "Tabela 1",
    }


def test_the_server_says_what_a_reference_reads_as_whatever_was_sent():
    seen = paragraph("Ver ", reference("aaaaaa", "art. 99"))
    body = section("body", part("article"), part("article", "aaaaaa"), seen)
    assert plain_text(with_references(parse(document(body)))).endswith("Ver art. 2º")


def test_a_reference_follows_its_place_and_says_when_it_is_gone():
    moved = section("body", part("article", "aaaaaa"), paragraph("Ver ", reference("aaaaaa", "art. 2º")))
    assert plain_text(with_references(parse(document(moved)))).endswith("Ver art. 1º")
    gone = section("body", part("article"), paragraph("Ver ", reference("aaaaaa", "art. 2º")))
    after = with_references(parse(document(gone)))
    assert plain_text(after).endswith("Ver [trecho que não existe mais]")
    assert '<span class="unresolved">[trecho que não existe mais]</span>' in to_html(after)


def test_of_two_places_with_one_anchor_the_first_keeps_it():
    body = section("body", part("article", "aaaaaa"), part("article", "aaaaaa"), paragraph(reference("aaaaaa")))
    after = with_references(parse(document(body)))
    assert canonical(after).count(b'"anchor"') == 1
    assert to_html(after).count('id="trecho-aaaaaa"') == 1
    assert '<a class="cross-reference" href="#trecho-aaaaaa">art. 1º</a>' in to_html(after)


def test_a_text_without_anchors_has_the_bytes_it_had_before_there_were_any():
    plain = canonical(parse(document(section("body", heading("Título"), paragraph("x")))))
    assert b"anchor" not in plain


def test_a_reference_in_a_part_of_the_model_changes_with_the_text_and_locks_nobody_out():
    fixed = section("closing", paragraph(reference("aaaaaa")), locked=True)
    before = with_references(parse(document(section("body", part("article", "aaaaaa")), fixed)))
    after = with_references(parse(document(section("body", part("article"), part("article", "aaaaaa")), fixed)))
    assert plain_text(before) != plain_text(after)
    check_fixed(fixed_marks(before), after)


def test_notes_are_numbered_as_they_come_on_paper_with_the_way_there_and_back():
    body = paragraph("Um", footnote("a ", text("primeira", "italic")), " e dois", footnote("a segunda"))
    footer = section("footer", paragraph("Rua", footnote("a do rodapé")))
    content = parse(document(footer, section("body", body)))
    html = to_html(content)
    assert 'Um<sup class="note-call"><a id="chamada-1" role="doc-noteref" href="#nota-1">1</a></sup> e dois' in html
    back = '<a class="back" role="doc-backlink" href="#chamada-1">voltar ao texto</a>'
    assert f'<li id="nota-1">a <em>primeira</em> {back}</li>' in html
    assert html.index("a segunda") < html.index("a do rodapé")
    assert plain_text(content) == "Rua\nNota 3: a do rodapé\nUm e dois\nNota 1: a primeira\nNota 2: a segunda"


def test_a_note_has_its_lines():
    note = footnote("Lei nº 1.", {"type": "hardBreak"}, "Art. 7º.")
    content = parse(document(section("body", paragraph("Um", note))))
    assert '<li id="nota-1">Lei nº 1.<br>Art. 7º. <a class="back"' in to_html(content)
    assert plain_text(content) == "Um\nNota 1: Lei nº 1.\nArt. 7º."


def test_a_note_holds_lines_of_text_and_no_note_of_its_own():
    with pytest.raises(ContentRefused, match="footnote não pode estar dentro de footnote"):
        parse(document(section("body", paragraph(footnote(footnote("x"))))))
    with pytest.raises(ContentRefused, match="paragraph não pode estar dentro de footnote"):
        parse(document(section("body", paragraph(footnote(paragraph("x"))))))


def test_the_table_of_contents_follows_the_headings_and_leads_to_them():
    blocks = (CONTENTS, heading("Do objeto"), heading("", 2), heading(" Do prazo ", 3), heading("Das partes"))
    content = parse(document(section("title", paragraph("T", style="title")), section("body", *blocks)))
    assert entries(content) == [Entry(1, 1, "Do objeto"), Entry(3, 2, "Do prazo"), Entry(4, 1, "Das partes")]
    html = to_html(content)
    assert '<li class="contents-2"><a href="#titulo-3">Do prazo</a></li>' in html
    assert '<h3 class="heading-3" id="titulo-3"> Do prazo </h3>' in html
    assert "Do prazo" not in plain_text(content).split("\n")[0]


def test_a_document_without_headings_shows_no_empty_table_of_contents():
    assert "Sumário" not in to_html(parse(document(section("body", CONTENTS, paragraph("x")))))


def test_the_table_of_contents_stands_between_blocks_only():
    with pytest.raises(ContentRefused, match="tableOfContents não pode estar dentro de blockquote"):
        parse(document(section("body", {"type": "blockquote", "content": [CONTENTS]})))
