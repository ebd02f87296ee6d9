"""Whatever the menus offer has its place in the manual (issue 6 §5): a new entry without its words fails here."""

import re

import pytest

from tests.architecture.inventory import ROOT
from tests.docs.pages import chapters

MESSAGES = ROOT / "web" / "src" / "messages"
#: (file, where the menu begins, where it ends), as the front end writes them.
MENUS = {
    "navigation": ("shell.ts", "  inbox: ", "  counterLabel: "),
    "administration": ("administration.ts", "  users: ", "  ] as const"),
    "one process": ("process.ts", "  include: ", "  exportName: "),
    "many processes": ("bulk.ts", "  progress: ", "  marked: "),
    "one document": ("life.ts", "  print: ", "  locked: "),
    "many documents": ("many-documents.ts", "  acts: {", "  },"),
    "table of the editor": ("editor.ts", "    actions: {", "    },"),
}
LABEL = re.compile(r"'((?:[^'\\]|\\.)+)'")


def told() -> str:
    text = " ".join(path.read_text(encoding="utf-8") for path in chapters())
    return re.sub(r"\s+", " ", text.replace("*", "")).lower()


def labels(menu: str) -> list[str]:
    """What the menu says, without the dots of what asks for more."""
    file, start, end = MENUS[menu]
    text = (MESSAGES / file).read_text(encoding="utf-8")
    begun = text.index(start)
    part = text[begun : text.index(end, begun + len(start))]
    return [words.rstrip("…") for words in LABEL.findall(part) if not re.fullmatch(r"[a-z-]+", words)]


@pytest.mark.parametrize("menu", MENUS)
def test_menu_was_read(menu):
    assert len(labels(menu)) >= 3


@pytest.mark.parametrize("menu", MENUS)
def test_every_entry_of_a_menu_is_told_in_the_manual(menu):
    text = told()
    assert [words for words in labels(menu) if words.lower() not in text] == []
