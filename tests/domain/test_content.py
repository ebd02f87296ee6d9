"""DOC-03, DOC-04, DOC-10: the closed vocabulary, one normal form, what the template fixes."""

import copy
import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.domain import content
from chalicelib.domain.content_sections import nodes
from chalicelib.domain.errors import InvalidRequest, Refused
from tests.domain.content_examples import (
    any_text,
    document,
    documents,
    letter,
    paragraph,
    section,
    text,
    variable,
)


def _refusal(value):
    with pytest.raises(content.ContentRefused) as caught:
        content.parse(value)
    return caught.value


def _in_body(*blocks):
    return document(section("body", *blocks))


@settings(max_examples=150, deadline=None)
@given(documents)
def test_what_was_read_once_reads_the_same_again(value):
    parsed = content.parse(value)
    again = content.parse(json.loads(content.canonical(parsed)))
    assert again == parsed
    assert content.digest(again) == content.digest(parsed)


@settings(max_examples=100, deadline=None)
@given(documents)
def test_canonical_bytes_are_composed_unicode_without_controls(value):
    shown = content.canonical(content.parse(value)).decode("utf-8")
    assert not any(ord(character) < 32 for character in shown)
    for node in nodes(content.parse(value).tree):
        if node["type"] == "text":
            assert unicodedata.is_normalized("NFC", node["text"])


@settings(max_examples=150, deadline=None)
@given(any_text | st.sampled_from(["<script>alert(1)</script>", "{{7*7}}", '#read("/etc/passwd")', "'; --"]))
def test_any_string_stays_text_and_only_text(value):
    parsed = content.parse(_in_body(paragraph(text(value))))
    nodes = parsed.sections[0]["content"][0]["content"]
    assert [node["type"] for node in nodes] in ([], ["text"])
    assert content.plain_text(parsed) == content.clean_text(value).rstrip()


def test_the_order_in_which_marks_were_toggled_does_not_change_the_digest():
    one = content.parse(_in_body(paragraph(text("urgente", "bold", "italic"))))
    other = content.parse(_in_body(paragraph(text("urg", "italic", "bold"), text("ente", "bold", "italic"))))
    assert content.digest(one) == content.digest(other)


def test_one_letter_more_changes_the_digest_and_the_crc():
    one, other = (content.parse(letter(paragraph(words))) for words in ("Defiro", "Indefiro"))
    assert content.digest(one) != content.digest(other)
    assert content.crc(content.canonical(one)) != content.crc(content.canonical(other))


def test_the_crc_is_the_crc_32_everybody_knows():
    assert content.crc(b"123456789") == "CBF43926"


def test_decomposed_and_composed_accents_are_one_document():
    one = content.parse(_in_body(paragraph("Informação")))
    other = content.parse(_in_body(paragraph(unicodedata.normalize("NFD", "Informação"))))
    assert content.digest(one) == content.digest(other)


def test_direction_overrides_cannot_disguise_a_sentence():
    parsed = content.parse(_in_body(paragraph("paga\u202er 1000\u202c reais")))
    assert content.plain_text(parsed) == "pagar 1000 reais"


def test_attributes_of_the_editor_that_mean_nothing_are_not_kept():
    cell = {
        "type": "tableCell",
        "attrs": {"colspan": 1, "rowspan": 1, "colwidth": [120]},
        "content": [paragraph("x")],
    }
    table = {"type": "table", "content": [{"type": "tableRow", "content": [cell]}]}
    link = {"type": "link", "attrs": {"href": "https://ubatuba.sp.gov.br", "target": "_blank", "class": None}}
    parsed = content.parse(_in_body(table, paragraph({"type": "text", "text": "site", "marks": [link]})))
    assert b"colwidth" not in content.canonical(parsed)
    assert b"target" not in content.canonical(parsed)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ([], "not_an_object"),
        ({"type": "doc", "content": []}, "unknown_schema"),
        ({"schema": True, "type": "doc", "content": []}, "unknown_schema"),
        ({"schema": 2, "type": "doc", "content": []}, "unknown_schema"),
        ({"schema": 1, "type": "page", "content": []}, "unknown_node"),
        ({"schema": 1, "type": "doc", "content": [], "html": ""}, "unknown_key"),
        ({"schema": 1, "type": "doc"}, "empty_node"),
        ({"schema": 1, "type": "doc", "content": {"0": 1}}, "invalid_children"),
        (document(paragraph("solto")), "wrong_nesting"),
        (document(section("margin")), "invalid_attribute"),
        (document({"type": "section", "attrs": {}}), "missing_attribute"),
        (document({"type": "section", "attrs": {"role": "body", "locked": 1}}), "invalid_attribute"),
        (_in_body("texto"), "not_an_object"),
        (_in_body({"type": "image", "attrs": {"src": "x"}}), "unknown_attribute"),
        (_in_body({"type": ["paragraph"]}), "unknown_node"),
        (_in_body({"type": "doc", "content": []}), "unknown_node"),
        (_in_body(paragraph(paragraph("dentro"))), "wrong_nesting"),
        (_in_body({"type": "paragraph", "attrs": {"style": "comic"}}), "invalid_attribute"),
        (_in_body({"type": "paragraph", "attrs": {"onclick": "x"}}), "unknown_attribute"),
        (_in_body({"type": "paragraph", "onclick": "x"}), "unknown_key"),
        (_in_body({"type": "heading", "attrs": {"level": 5}}), "invalid_attribute"),
        (_in_body({"type": "heading", "attrs": {"level": 1.0}}), "invalid_attribute"),
        (_in_body({"type": "heading", "attrs": {"level": True}}), "invalid_attribute"),
        (_in_body({"type": "bulletList", "content": [paragraph("x")]}), "wrong_nesting"),
        (_in_body({"type": "bulletList", "content": []}), "empty_node"),
        (
            _in_body(
                {
                    "type": "bulletList",
                    "content": [{"type": "listItem", "content": [{"type": "horizontalRule"}]}],
                }
            ),
            "wrong_nesting",
        ),
        (_in_body({"type": "blockquote", "content": [{"type": "listItem"}]}), "wrong_nesting"),
        (_in_body({"type": "horizontalRule", "content": [paragraph("x")]}), "wrong_nesting"),
        (_in_body(paragraph({"type": "text"})), "invalid_text"),
        (_in_body(paragraph(text("x", "blink"))), "unknown_mark"),
        (_in_body(paragraph(text("x", "bold", "bold"))), "repeated_mark"),
        (_in_body(paragraph({"type": "text", "text": "x", "marks": "bold"})), "invalid_mark"),
        (_in_body(paragraph(variable("senha"))), "invalid_attribute"),
        (_in_body(paragraph(variable("ano", 2026))), "invalid_attribute"),
        (_in_body(paragraph({"type": "documentReference", "attrs": {"number": "12"}})), "invalid_attribute"),
        (
            _in_body(
                paragraph({"type": "documentReference", "attrs": {"number": "0000012", "document": "../x"}})
            ),
            "invalid_attribute",
        ),
        (_in_body(paragraph("x" * 1_048_577)), "content_too_large"),
    ],
)
def test_content_outside_the_vocabulary_is_refused_with_a_reason(value, reason):
    refusal = _refusal(value)
    assert refusal.reason == reason
    assert isinstance(refusal, InvalidRequest)
    assert refusal.errors[0].field.startswith("content")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//sem-esquema",
        "/relativo",
        "https://",
        "https://banco.gov.br@golpe.example",
        "https://a b",
        "https:\\\\golpe",
        "http://[::1",
        "mailto:",
        "mailto:@",
        "https://x/\ud800",
        "",
        None,
        7,
    ],
)
def test_a_link_that_is_not_a_web_or_mail_address_is_refused(address):
    link = {"type": "link", "attrs": {"href": address}}
    refusal = _refusal(_in_body(paragraph({"type": "text", "text": "clique", "marks": [link]})))
    assert refusal.reason in {"invalid_link", "missing_attribute"}


@pytest.mark.parametrize(
    "address", ["https://ubatuba.sp.gov.br/a?b=1#c", "http://x.br", "mailto:sic@ubatuba.sp.gov.br"]
)
def test_web_and_mail_links_are_kept_as_written(address):
    link = {"type": "link", "attrs": {"href": address}}
    parsed = content.parse(_in_body(paragraph({"type": "text", "text": "clique", "marks": [link]})))
    assert parsed.sections[0]["content"][0]["content"][0]["marks"] == [link]


def _nested(levels):
    block = paragraph("fundo")
    for _ in range(levels):
        block = {"type": "blockquote", "content": [block]}
    return _in_body(block)


def test_nesting_is_bounded_however_deep_the_sender_goes():
    content.parse(_nested(17))
    assert _refusal(_nested(18)).reason == "too_deep"
    assert _refusal(_nested(100_000)).reason == "too_deep"


def test_a_table_wider_than_the_page_is_refused():
    cell = {"type": "tableCell", "attrs": {"colspan": 31}, "content": [paragraph("x")]}
    table = {"type": "table", "content": [{"type": "tableRow", "content": [cell, cell]}]}
    assert _refusal(_in_body(table)).reason == "table_too_wide"


def test_writing_in_the_free_section_is_allowed():
    before = content.from_template(letter())
    content.check_locked_sections(before, content.parse(letter(paragraph("Outro texto"), paragraph("mais"))))


def _changed(change):
    value = copy.deepcopy(letter())
    change(value["content"])
    return content.parse(value)


@pytest.mark.parametrize(
    "change",
    [
        lambda sections: sections.pop(),
        lambda sections: sections.append(section("body")),
        lambda sections: sections.reverse(),
        lambda sections: sections[1]["attrs"].update(locked=False),
        lambda sections: sections[2]["attrs"].update(locked=True),
        lambda sections: sections[0]["attrs"].update(dynamic=False),
        lambda sections: sections[3]["attrs"].update(role="closing"),
        lambda sections: sections[1]["content"][0]["content"][0].update(text="Portaria nº "),
        lambda sections: sections[1]["content"].append(paragraph("a mais")),
        lambda sections: sections[0]["content"][0]["attrs"].update(style="left"),
        lambda sections: sections[0]["content"][0]["content"][0]["attrs"].update(name="ano"),
    ],
)
def test_what_the_template_fixes_cannot_be_changed(change):
    with pytest.raises(Refused) as caught:
        content.check_locked_sections(content.from_template(letter()), _changed(change))
    assert caught.value.code == "locked_section_changed"


def test_a_resolved_variable_in_a_locked_section_is_not_a_change():
    before = content.from_template(letter())
    after = content.resolve_variables(before, {"orgao_nome": "Prefeitura Municipal de Ubatuba"})
    content.check_locked_sections(before, after)


def test_nobody_prints_another_body_in_the_letterhead():
    forged = _changed(
        lambda s: s[0]["content"][0]["content"][0]["attrs"].update(value="Presidência da República")
    )
    resolved = content.resolve_variables(forged, {"orgao_nome": "Prefeitura Municipal de Ubatuba"})
    assert content.plain_text(resolved).startswith("Prefeitura Municipal de Ubatuba\n")
    unresolved = content.resolve_variables(forged, {})
    assert content.plain_text(unresolved).startswith("@orgao_nome@\n")


def test_a_date_already_written_does_not_move_when_the_draft_is_saved_again():
    first = content.from_template(letter(paragraph(variable("data_extenso"))))
    saved = content.resolve_variables(first, {"data_extenso": "23 de novembro de 2026"})
    later = content.resolve_variables(saved, {"data_extenso": "24 de novembro de 2026"})
    assert "23 de novembro" in content.plain_text(later)


def test_a_template_starts_with_no_variable_resolved():
    started = content.from_template(letter(paragraph(variable("ano", "1999"))))
    assert "@ano@" in content.plain_text(started)


def test_only_a_document_with_a_signature_section_can_be_signed():
    assert content.has_signature_section(content.parse(letter()))
    assert not content.has_signature_section(content.parse(document(section("body"))))


def test_plain_text_reads_one_line_per_paragraph():
    item = {"type": "listItem", "content": [paragraph("um")]}
    parsed = content.parse(
        _in_body(paragraph("a", {"type": "hardBreak"}, "b"), {"type": "bulletList", "content": [item]})
    )
    assert content.plain_text(parsed) == "a\nb\num"
