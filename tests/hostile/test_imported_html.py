"""The same hostile HTML through the import of other systems' texts: what runs is gone, within its limits (DOC-26)."""

import subprocess
import sys
import time

import pytest

from chalicelib.adapters.rendering.typst_pdf import render_pdf
from chalicelib.domain import content
from chalicelib.domain.content import ContentRefused
from chalicelib.domain.content_html import to_html
from chalicelib.domain.html_import import blocks_of
from tests.adapters.rendering.letters import letter_model
from tests.domain.content_examples import document, section
from tests.hostile.corpus import FRAGMENTS
from tests.hostile.test_stored_html import Seen

TAGS = {"section", "p", "span", "a", "strong", "em", "u", "s", "sub", "sup", "br", "hr", "ul", "ol", "li"}
TAGS |= {"blockquote", "div", "table", "tbody", "tr", "td", "th", "h1", "h2", "h3"}
ADDRESSES = ("http://", "https://", "mailto:")


def imported(fragment: str) -> content.Content | None:
    """The document that the import makes of a fragment; None when it is refused."""
    try:
        return content.parse(document(section("body", *blocks_of(f"<p>antes</p>{fragment}<p>depois</p>"))))
    except ContentRefused:
        return None


@pytest.mark.parametrize("number", range(len(FRAGMENTS)))
def test_an_imported_fragment_is_refused_or_neutralised_within_its_limits(number: int):
    began = time.process_time()
    made = imported(FRAGMENTS[number])
    assert time.process_time() - began < 5
    if made is None:
        return
    seen = Seen(to_html(made))
    assert {tag for tag, _ in seen.elements} <= TAGS
    for _, attributes in seen.elements:
        assert not [
            name for name in attributes if name.startswith("on") or name in ("style", "src", "srcdoc")
        ]
        assert "href" not in attributes or str(attributes["href"]).startswith(ADDRESSES)


def test_the_import_keeps_the_words_around_what_it_drops():
    # A fragment that swallows what follows it (a comment, a title left open) may take the last words with it.
    kept = [
        made for made in map(imported, FRAGMENTS) if made and "antes" in "".join(Seen(to_html(made)).words)
    ]
    assert len(kept) > 200


def test_all_of_them_together_are_printed():
    blocks = [block for fragment in FRAGMENTS for block in blocks_of(fragment)]
    parsed = content.parse(document(section("body", *blocks)))
    assert render_pdf(letter_model(parsed.tree)).startswith(b"%PDF")


def test_all_of_them_one_after_the_other_stay_within_the_memory_of_one():
    program = (
        "import resource;"
        "from chalicelib.domain import content; from chalicelib.domain.html_import import blocks_of;"
        "from tests.hostile.corpus import FRAGMENTS; [blocks_of(one) for one in FRAGMENTS];"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 256
