"""Hostile HTML stored in a document comes out as text, on the page and on paper, and asks nothing of the network
(issue 3: at least 200 fragments; DOC-03, DOC-23)."""

import io
import subprocess
import sys
import time
from html.parser import HTMLParser

import pikepdf
import pypdfium2
import pytest

from chalicelib.adapters.rendering.typst_pdf import render_pdf
from chalicelib.domain import content
from chalicelib.domain.content import ContentRefused
from chalicelib.domain.content_html import to_html
from chalicelib.domain.content_page import page
from tests.adapters.rendering.letters import letter_model
from tests.domain.content_examples import document, paragraph, section, text
from tests.hostile.corpus import FRAGMENTS

HARMLESS = {"section", "p", "span", "a", "strong", "em", "br"}
ACTIVE = {"/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles", "/RichMedia"}


class Seen(HTMLParser):
    """What a browser would make of the text: elements with their attributes, and words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment came out: {data}")


def stored(*fragments: str):
    return document(section("body", *(paragraph(f"[{fragment}]") for fragment in fragments)))


def test_the_corpus_is_as_large_as_promised():
    assert len(set(FRAGMENTS)) >= 200


@pytest.mark.parametrize("number", range(len(FRAGMENTS)))
def test_a_stored_fragment_is_shown_as_its_own_text(number: int):
    fragment = FRAGMENTS[number]
    seen = Seen(to_html(content.parse(stored(fragment))))
    assert {tag for tag, _ in seen.elements} <= HARMLESS
    assert not [name for _, attributes in seen.elements for name in attributes if name.startswith("on")]
    assert f"[{content.clean_text(fragment)}]" in "".join(seen.words)


@pytest.mark.parametrize("number", range(len(FRAGMENTS)))
def test_a_fragment_is_no_address_style_or_node(number: int):
    fragment = FRAGMENTS[number]
    link = {"type": "text", "text": "x", "marks": [{"type": "link", "attrs": {"href": fragment}}]}
    for hostile in (
        document(section("body", paragraph(link))),
        document(section("body", paragraph("x", style=fragment))),
        document(section(fragment, paragraph("x"))),
        document(section("body", {"type": fragment, "content": [text("x")]})),
        document(section("body", paragraph({"type": "text", "text": "x", "marks": [{"type": fragment}]}))),
    ):
        with pytest.raises(ContentRefused):
            content.parse(hostile)


@pytest.fixture(scope="module")
def paper() -> bytes:
    began = time.perf_counter()
    made = render_pdf(letter_model(stored(*FRAGMENTS), title=FRAGMENTS[0][:200]))
    assert time.perf_counter() - began < 5
    return made


def letters(text: str) -> str:
    """Without what moves when a line ends: blanks and hyphens (a reader of PDF takes one for a broken word)."""
    return "".join(text.split()).translate({ord("-"): None, 2: None, 0xFFFE: None, 0x200B: None})


def test_on_paper_a_fragment_is_words():
    plain = [one for one in FRAGMENTS if one.isascii() and one.isprintable()]
    assert len(plain) > 200
    for start in range(0, len(plain), 8):
        some = plain[start : start + 8]  # few enough for one sheet: none is cut by its end
        with pypdfium2.PdfDocument(render_pdf(letter_model(stored(*some)))) as pdf:
            words = letters("".join(sheet.get_textpage().get_text_range() for sheet in pdf))
        assert [one for one in some if letters(f"[{one}]") not in words] == []


def test_on_paper_nothing_acts(paper: bytes):
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
                assert not ACTIVE & set(thing.keys()), thing
                address = str(thing.get("/URI", ""))
                assert not address or address.startswith(("http://", "https://", "mailto:"))


def test_rendering_makes_no_network_call(tmp_path):
    """Watched by the kernel, below every library. Where there is no ``strace`` it is not run, and says so."""
    program = (
        "from chalicelib.adapters.rendering.typst_pdf import render_pdf;"
        "from tests.adapters.rendering.letters import letter_model;"
        "from tests.hostile.test_stored_html import stored;"
        "from tests.hostile.corpus import FRAGMENTS;"
        "assert len(render_pdf(letter_model(stored(*FRAGMENTS)))) > 1000"
    )
    noted = tmp_path / "calls"
    command = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(noted), sys.executable, "-c", program]
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("not run: this machine has no strace")
    assert done.returncode == 0, done.stderr
    calls = [line for line in noted.read_text().splitlines() if "AF_INET" in line or "AF_INET6" in line]
    assert calls == []


def test_the_watch_sees_a_network_call(tmp_path):
    noted = tmp_path / "calls"
    program = "import socket; socket.socket(socket.AF_INET).connect_ex(('127.0.0.1', 9))"
    command = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(noted), sys.executable, "-c", program]
    try:
        subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("not run: this machine has no strace")
    assert "AF_INET" in noted.read_text()


def test_the_whole_page_of_a_document_holds_no_script():
    seen = Seen(page(letter_model(stored(*FRAGMENTS), title=FRAGMENTS[0])))
    assert not {"script", "iframe", "object", "embed", "base", "form"} & {tag for tag, _ in seen.elements}
    assert not [name for _, attributes in seen.elements for name in attributes if name.startswith("on")]
