"""No control speaks the language of the browser instead of the page's: an English one says "Choose File" and puts the
month first (issue 6 §5). Our own take their place, and only they may be made of the browser's.
"""

import re

from tests.architecture.inventory import name, tracked

#: What the browser draws with words or an order of its own.
DRAWN = re.compile(r"""type[=:]\s*['"{]+(file|date|datetime-local|time|month|week)['"}]""")
#: Out of sight, behind words of ours.
BEHIND = {"web/src/ds/FileInput.tsx", "web/src/upload/UploadField.tsx", "web/src/public/drop.ts"}
SOURCES = [path for path in tracked() if path.suffix in (".ts", ".tsx") and name(path).startswith("web/src/")]


def test_sources_were_read():
    assert len(SOURCES) > 300
    assert DRAWN.search('<TextField type="date" />')
    assert DRAWN.search("element('input', { type: 'file', id })")


def test_no_field_is_drawn_in_the_words_of_the_browser():
    assert {name(path) for path in SOURCES if DRAWN.search(path.read_text(encoding="utf-8"))} <= BEHIND


def test_what_stands_behind_words_of_ours_is_hidden():
    for path in SOURCES:
        if name(path) in BEHIND and path.suffix == ".tsx":
            assert "visually-hidden" in path.read_text(encoding="utf-8"), name(path)
