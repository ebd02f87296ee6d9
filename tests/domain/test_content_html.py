"""DOC-03, DOC-14, security of user HTML: what a person writes can only come out as text."""

from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from chalicelib.domain import content
from chalicelib.domain.content_html import to_html
from chalicelib.domain.content_page import page
from chalicelib.domain.rendition import Letterhead, RenderModel
from chalicelib.domain.signature_stamp import (
    Authenticity,
    SignatureStamp,
    authenticity_runs,
    grounded_on,
    reference_line,
    signature_runs,
)
from tests.domain.content_examples import any_text, document, documents, letter, paragraph, section, text

TAGS = {"section", "p", "h1", "h2", "h3", "h4", "h5", "ul", "ol", "li", "blockquote", "div", "hr", "br"}
TAGS |= {"table", "tbody", "tr", "td", "th", "a", "span", "strong", "em", "u", "s", "sub", "sup", "nav"}
ATTRIBUTES = {"class", "colspan", "rowspan", "scope", "start", "href", "target", "rel", "role", "tabindex", "id"}
ATTRIBUTES |= {"data-document", "data-process", "aria-label"}
STAMP = SignatureStamp("MARIA <b>SOUZA</b>", "Diretora & Cia", datetime(2024, 3, 14, 18, 34, tzinfo=UTC))
CHECK = Authenticity(
    "https://ubatuba.example/autenticidade", "https://ubatuba.example/a?v=0977785", "0977785", "8CC0D39D"
)


class Seen(HTMLParser):
    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes.extend(attributes)

    def handle_data(self, data):
        self.text.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"comment came out: {data}")

    def handle_decl(self, declaration):
        assert declaration == "doctype html"


@settings(max_examples=150, deadline=None)
@given(documents)
def test_only_known_tags_and_attributes_ever_come_out(value):
    seen = Seen(to_html(content.parse(value)))
    assert set(seen.tags) <= TAGS
    assert {name for name, _ in seen.attributes} <= ATTRIBUTES


@settings(max_examples=150, deadline=None)
@given(any_text)
def test_any_string_reads_back_as_the_same_text(value):
    seen = Seen(
        to_html(content.parse(document(section("body", paragraph(text("(" + value + ")"), style="left")))))
    )
    assert "".join(seen.text) == "(" + content.clean_text(value) + ")"


@pytest.mark.parametrize("role", ["header", "title", "addressee", "body", "closing", "signature", "footer"])
def test_script_written_in_any_section_is_shown_not_run(role):
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg/onload=1>"
    model = _model(content.parse(document(section(role, paragraph(attack)))), title=attack)
    seen = Seen(page(model))
    assert "script" not in seen.tags
    assert "svg" not in seen.tags
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    assert attack in "".join(seen.text)


def _model(parsed=None, **changes):
    facts = {
        "content": parsed or content.parse(letter()),
        "title": "Ofício nº 12/2026",
        "document_number": "0977785",
        "process_nup": "52402.012075/2022-28",
        "created_at": datetime(2026, 11, 23, 12, tzinfo=UTC),
        "founding_norm": "Decreto Municipal nº 9.000, de 2 de janeiro de 2026",
    }
    return RenderModel(**(facts | changes))


def test_the_signature_stamp_says_what_sei_says():
    said = "".join(
        f"**{run.text}**" if run.bold else run.text
        for run in signature_runs(STAMP, "Decreto nº 8.539, de 2015.")
    )
    assert said == (
        "Documento assinado eletronicamente por **MARIA <b>SOUZA</b>**, **Diretora & Cia**, em 14/03/2024, "
        "às 15:34, conforme horário oficial de Brasília, com fundamento no Decreto nº 8.539, de 2015."
    )


def test_the_authenticity_stamp_says_what_sei_says():
    said = "".join(f"**{run.text}**" if run.bold else run.text for run in authenticity_runs(CHECK))
    assert said == (
        "A autenticidade deste documento pode ser conferida no site https://ubatuba.example/autenticidade, "
        "informando o código verificador **0977785** e o código CRC **8CC0D39D**."
    )
    assert reference_line("52402.012075/2022-28", "0977785") == (
        "Referência: Processo nº 52402.012075/2022-28 — Documento nº 0977785"
    )


@pytest.mark.parametrize(
    ("norm", "said"),
    [
        ("Decreto nº 1", "no Decreto nº 1"),
        ("art. 6º do Decreto nº 1", "no art. 6º do Decreto nº 1"),
        ("arts. 6º e 7º da Lei nº 1", "nos arts. 6º e 7º da Lei nº 1"),
        ("Lei nº 1", "na Lei nº 1"),
        ("na Portaria nº 1", "na Portaria nº 1"),
        ("Norma X", "na Norma X"),
    ],
)
def test_the_founding_norm_takes_the_preposition_that_it_asks_for(norm, said):
    assert grounded_on(norm) == said


def test_a_signed_page_carries_stamps_code_and_reference_after_the_signature_section():
    html = page(_model(signatures=(STAMP,), authenticity=CHECK), qr_code=b"<svg/>")
    assert "<b>MARIA &lt;b&gt;SOUZA&lt;/b&gt;</b>, <b>Diretora &amp; Cia</b>, em 14/03/2024, às 15:34" in html
    assert (
        html.index("section section-signature")
        < html.index('class="stamps"')
        < html.index("Referência: Processo")
    )
    assert "<b>8CC0D39D</b>" in html
    assert "data:image/svg+xml;base64," in html


def test_stamps_come_out_even_when_the_template_forgot_the_signature_section():
    parsed = content.parse(document(section("body", paragraph("x")), section("footer", paragraph("rua"))))
    html = page(_model(parsed, signatures=(STAMP,)))
    assert html.index('class="stamps"') < html.index('class="section section-footer')


def test_a_draft_says_that_it_is_worth_nothing_and_offers_no_check():
    html = page(_model(draft=True, authenticity=CHECK))
    assert "MINUTA — sem validade" in html
    assert "8CC0D39D" not in html


def test_the_page_forbids_script_and_network_even_without_headers():
    html = page(_model(letterhead=Letterhead(("Prefeitura",), b"\x89PNG")))
    assert "default-src 'none'; img-src data:; style-src 'sha256-" in html
    assert 'lang="pt-BR"' in html
    assert 'alt="Brasão do município"' in html
    assert "http://" not in html.replace("http-equiv", "")


def test_letterhead_lines_are_only_for_a_template_without_a_header():
    lines = Letterhead(("Prefeitura Municipal",))
    assert "Prefeitura Municipal" not in page(_model(letterhead=lines))
    bare = content.parse(document(section("body", paragraph("x"))))
    assert "<p>Prefeitura Municipal</p>" in page(_model(bare, letterhead=lines))


def test_headings_make_an_outline_without_gaps():
    heading = [{"type": "heading", "attrs": {"level": n}, "content": [text("t")]} for n in (3, 4, 1)]
    seen = Seen(to_html(content.parse(document(section("body", paragraph("T", style="title"), *heading)))))
    assert [tag for tag in seen.tags if tag[0] == "h"] == ["h1", "h2", "h3", "h2"]


def test_numbered_paragraphs_count_through_and_items_start_again():
    styles = ["numbered", "item", "item", "numbered", "item"]
    seen = Seen(to_html(content.parse(document(section("body", *(paragraph("x", style=s) for s in styles))))))
    assert [word for word in seen.text if word.endswith((".", ")"))] == ["1.", "a)", "b)", "2.", "a)"]


def test_header_cells_say_which_cells_they_head():
    def cell(kind, **attributes):
        return {"type": kind, "attrs": attributes, "content": [paragraph("x")]}

    rows = [
        [cell("tableHeader", colspan=2)],
        [cell("tableHeader"), cell("tableCell", rowspan=2)],
        [cell("tableHeader")],
    ]
    table = {"type": "table", "content": [{"type": "tableRow", "content": row} for row in rows]}
    html = to_html(content.parse(document(section("body", table))))
    assert html.count('<th scope="row">') == 2
    assert '<th scope="col" colspan="2">' in html
    assert '<td rowspan="2">' in html
