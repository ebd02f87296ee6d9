"""DOC-26: HTML as other systems send it becomes content of ours, and hostile HTML becomes words or nothing."""

import base64
import hashlib
import time
from datetime import UTC, datetime

import pytest

from chalicelib.domain.content import parse
from chalicelib.domain.content_html import to_html
from chalicelib.domain.content_sections import nodes
from chalicelib.domain.html_import import blocks_of
from chalicelib.domain.html_pictures import album_of, pictures_in
from chalicelib.domain.upload import Upload
from tests.domain.content_examples import section


def shown(html: str) -> str:
    """As a reader of the document gets it: through the schema and out again."""
    body = {"type": "section", "attrs": {"role": "body"}, "content": blocks_of(html)}
    whole = to_html(parse({"schema": 1, "type": "doc", "content": [body]}))
    return whole.removeprefix('<section class="section section-body">').removesuffix("</section>")


SEI = [
    ('<p class="Texto_Justificado_Recuo_Primeira_Linha">Ao <b>Setor</b></p>',
     '<p class="body">Ao <strong>Setor</strong></p>'),
    ('<p class="Texto_Justificado">Um&nbsp;texto</p>', '<p class="justified">Um\xa0texto</p>'),
    ('<p class="Texto_Centralizado_Maiusculas_Negrito">Aviso</p>', '<p class="center">Aviso</p>'),
    ('<p class="Paragrafo_Numerado_Nivel1">Um</p>', '<p class="numbered"><span class="label">1.</span> Um</p>'),
    ('<p class="Item_Alinea_Letra">Um</p>', '<p class="item"><span class="label">a)</span> Um</p>'),
    ('<p class="Citacao">Art. 5</p>', '<p class="citation">Art. 5</p>'),
    ('<a class="ancoraSei" id="lnkSei9" href="#">0000123</a>', '<p class="body"><a class="reference">0000123</a></p>'),
    (
        '<a class="ancora_sei" id="lnkSei8">35041.000387/2000-19</a>',
        '<p class="body"><a class="reference">35041.000387/2000-19</a></p>',
    ),
    ('<p align="right">Fim</p>', '<p class="right">Fim</p>'),
    ('<div style="TEXT-ALIGN: center">Meio</div>', '<p class="center">Meio</p>'),
    ("<h1>Título</h1><h6>Parte</h6>", '<h1 class="heading-1">Título</h1><h2 class="heading-4">Parte</h2>'),
    ("<ul><li>um<ul><li>dois</li></ul></li></ul>",
     '<ul><li><p class="left">um</p><ul><li><p class="left">dois</p></li></ul></li></ul>'),
    ('<ol start="3"><li>um<li>dois</ol>',
     '<ol start="3"><li><p class="left">um</p></li><li><p class="left">dois</p></li></ol>'),
    ("um<br>dois", '<p class="body">um<br>dois</p>'),
    ("<p>um<p>dois", '<p class="body">um</p><p class="body">dois</p>'),
    ("H<sub>2</sub>O <i><u>x</u></i>", '<p class="body">H<sub>2</sub>O <em><u>x</u></em></p>'),
    ('<a href="https://ubatuba.sp.gov.br/a?b=c">aqui</a>',
     '<p class="body"><a href="https://ubatuba.sp.gov.br/a?b=c" target="_blank"'
     ' rel="noopener noreferrer nofollow">aqui</a></p>'),
    ("  \n <p> um \n dois </p> \n ", '<p class="body">um dois</p>'),
    ("", '<p class="body"><br></p>'),
    ("<hr>", "<hr>"),
    ("a &lt;b&gt; &amp; c", '<p class="body">a &lt;b&gt; &amp; c</p>'),
]  # fmt: skip


@pytest.mark.parametrize(("given", "read"), SEI)
def test_html_of_another_system_reads_as_it_read_there(given: str, read: str):
    assert shown(given) == read


def test_table_keeps_its_rows_headers_and_spans_with_lines_in_its_cells():
    html = shown(
        "<table><thead><tr><th colspan=2>Item</th></tr></thead>"
        "<tbody><tr><td>um<p>dois</td><td><ul><li>três</li></ul></td></tr></tbody></table>"
    )
    assert '<tr><th scope="col" colspan="2"><p class="left">Item</p></th></tr>' in html
    assert '<td><p class="left">um</p><p class="left">dois</p></td>' in html
    assert "<ul><li><p" in html


NOTED = (
    # Word
    '<p>Lei<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p>'
    '<div style="mso-element:footnote-list"><hr><div style="mso-element:footnote" id="ftn1">'
    '<p><a href="#_ftnref1" name="_ftn1">[1]</a> Nº <b>1</b>.</p><p>Art. 7º.</p></div></div>',
    # LibreOffice
    '<p>Lei<a class="sdfootnoteanc" name="s1anc" href="#s1sym"><sup>1</sup></a>.</p>'
    '<div id="s1"><p><a name="s1sym" href="#s1anc">1</a> Nº <b>1</b>.<br>Art. 7º.</p></div>',
    # Pages of the web
    '<p>Lei<sup id="r1"><a href="#n1">1</a></sup>.</p>'
    '<section><ol><li id="n1"><p>Nº <b>1</b>.</p><p>Art. 7º. <a href="#r1">↩</a></p></li></ol></section>',
)


@pytest.mark.parametrize("given", NOTED, ids=["word", "libreoffice", "web"])
def test_notes_of_a_page_are_notes_where_they_are_called(given: str):
    """DOC-03: with their lines, and their list is gone."""
    (paragraph,) = blocks_of(given)
    (note,) = [node for node in paragraph["content"] if node["type"] == "footnote"]
    assert "".join(node.get("text", "|") for node in note["content"]) == "Nº 1.|Art. 7º."
    assert {"type": "text", "text": "1", "marks": [{"type": "bold"}]} in note["content"]
    assert "Lei<sup" in shown(given)
    assert shown(given).count("Art. 7º.") == 1


def test_what_leads_there_and_back_and_is_no_number_is_no_note():
    contents = '<ul><li><a id="s1" href="#t1">Do objeto</a></li></ul>'
    assert "notes" not in shown(f'{contents}<h2 id="t1">Do objeto <a href="#s1">voltar</a></h2>')
    assert shown('<p>Lei<a href="#_ftn1" name="_ftnref1">[1]</a>.</p>') == '<p class="body">Lei[1].</p>'


def test_table_in_a_table_keeps_its_words():
    html = shown("<table><tr><td>fora<table><tr><td>dentro</td></tr></table></td></tr></table>")
    assert html.count("<table>") == 1
    assert "fora" in html
    assert "dentro" in html


RUNS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" jav&#x09;ascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:x">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="x.swf"></object><embed src="x.swf">',
    '<form action="https://evil.example"><input name=a><button>x</button></form>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example/">',
    '<link rel=stylesheet href="https://evil.example/a.css">',
    "<style>@import 'https://evil.example/a.css';</style>",
    '<p style="background:url(https://evil.example/a.png)">x</p>',
    '<p onclick="alert(1)" onmouseover=alert(1)>x</p>',
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<textarea><script>alert(1)</script></textarea>",
    "<xmp><script>alert(1)</script></xmp>",
    "<template><script>alert(1)</script></template>",
    '"><script>alert(1)</script>',
    "<p title=\"--><script>alert(1)</script>\">x",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<plaintext><script>alert(1)</script>",
    "<a href='https://a.example\" onclick=\"alert(1)'>x</a>",
    "<?php system('x') ?><%= 1 %>",
    "<script",
    "<p <script>alert(1)</script>",
    "\x00<scr\x00ipt>alert(1)</scr\x00ipt>",
]  # fmt: skip
TAGS = ("<script", "<img", "<svg", "<iframe", "<object", "<embed", "<form", "<style", "<link", "<meta", "<base",
        "<video", "<textarea", "<math", "<template")  # fmt: skip


@pytest.mark.parametrize("given", RUNS)
def test_hostile_html_never_runs_nor_loads(given: str):
    html = shown(given).lower()
    assert not any(tag in html for tag in TAGS)
    # Attributes of tags, not words of the text: those are escaped.
    for tag in html.split("<")[1:]:
        inside = tag.split(">")[0]
        assert " on" not in inside.replace('rel="noopener', "")
        assert "script:" not in inside
        assert "evil.example" not in inside
        assert "style=" not in inside


@pytest.mark.parametrize(
    "given",
    [
        "<div>" * 100_000 + "x",
        "<ul><li>" * 20_000 + "x",
        "<table><tr><td>" * 10_000 + "x",
        "<b><i>" * 50_000 + "x",
        "<p>" * 100_000 + "x",
        "<td>" * 100_000 + "x",
        "&" * 500_000,
        "<" * 200_000,
        "<!--" * 100_000,
        "<a href=" * 50_000,
        "<table><tr>" + "<td>x</td>" * 500 + "</tr></table>",
    ],
    ids=lambda given: given[:12],
)
def test_html_made_to_exhaust_is_read_in_time(given: str):
    started = time.process_time()
    shown(given)
    assert time.process_time() - started < 5


PNG = b"\x89PNG stamped"
DATA = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"


def came(file_name, data=PNG, identifier="u" * 26):
    digest = hashlib.sha256(data).hexdigest()
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Upload(identifier, "p", "unit", "ana", file_name, "image/png", len(data), digest, at)


def pictures(html, *uploads):
    blocks = blocks_of(html, album_of(uploads))
    parse({"schema": 1, "type": "doc", "content": [section("body", *blocks)]})
    return [node["attrs"] for node in nodes({"content": blocks}) if node["type"] == "image"]


def test_a_picture_is_known_by_its_bytes_or_by_the_name_of_its_file():
    """DOC-26: data: addresses, and files sent beside the text, as SEI's services do."""
    (inside,) = pictures(f'<p>Antes <img src="{DATA}" alt="Mapa" width="312"> depois</p>', came("outro.png"))
    assert inside == {"upload": "u" * 26, "alt": "Mapa", "width": 50}
    (beside,) = pictures('<img src="anexos/Planta%20baixa.PNG?x=1" style="width: 40%">', came("planta baixa.png"))
    assert (beside["width"], beside["alt"]) == (40, "")
    assert [each["width"] for each in pictures(f'<img src="{DATA}" width="5">' * 2, came("a.png"))] == [10, 10]


def test_the_words_around_a_picture_stay_in_their_order():
    blocks = blocks_of(f'<p>Antes <b><img src="{DATA}"></b> depois</p>', album_of([came("a.png")]))
    assert [block["type"] for block in blocks] == ["paragraph", "image", "paragraph"]
    listed = blocks_of(f'<ul><li><img src="{DATA}"></li></ul>', album_of([came("a.png")]))
    assert [inside["type"] for inside in listed[0]["content"][0]["content"]] == ["paragraph", "image"]


@pytest.mark.parametrize(
    "source",
    ["https://fora.example/mapa.png", "data:image/png;base64,@@", "data:image/svg+xml,x", "", "file:///a.png", "//"],
)
def test_a_picture_whose_file_did_not_come_is_left_out_and_breaks_no_line(source):
    html = f'<p>Antes <img src="{source}"> depois</p>'
    assert pictures(html, came("outra.png")) == []
    (line,) = blocks_of(html, album_of([came("outra.png")]))
    assert "".join(node["text"] for node in line["content"]) == "Antes  depois"
    assert pictures_in(html) == 1
