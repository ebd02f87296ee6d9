"""What every page keeps to, whatever the computer it is opened on."""

import re

from tests.architecture.inventory import ROOT

#: Arrows, shapes and dingbats that common fonts lack: the pages draw them (web/src/ds/Glyph.tsx).
DRAWN = re.compile("[\u2194-\u21ff\u2500-\u27bf\u2b00-\u2bff]")


def test_signs_that_fonts_may_lack_are_drawn():
    files = [path for path in (ROOT / "web" / "src").rglob("*") if path.suffix in (".ts", ".tsx", ".css")]
    assert len(files) > 100
    found = {
        f"{path.name}:{number}"
        for path in files
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if DRAWN.search(line)
    }
    assert found == set()
