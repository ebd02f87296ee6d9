"""Somebody new follows the manual's first chapter word for word (issue 6).

Each numbered step of the chapter is read and done as it says: a step that this module does not understand fails, and so
does one that the screen does not answer to.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.desk import Desk

CHAPTER = Path(__file__).resolve().parents[2] / "docs" / "manual" / "primeiro-processo.md"
NAME, WORDS = r"\*\*(.+?)\*\*", r"`(.+?)`"


def chapter_steps() -> list[str]:
    """The sentences of the numbered steps, in their order."""
    steps = re.findall(r"^1\. (.+)$", CHAPTER.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [sentence for step in steps for sentence in re.findall(r"(?:\*\*.+?\*\*|`.+?`|[^.*`])+\.?", step)]


def place(desk: Desk) -> Locator:
    """Where the eyes are: the window that is open, or the page."""
    return desk.dialog if desk.dialog.count() else desk.page.locator("body")


def named(desk: Desk, name: str) -> Locator:
    """What is pressed by that name, or by one that begins so: in the page rather than in the menu."""
    exact, beginning = re.compile(f"^{re.escape(name)}$"), re.compile(f"^{re.escape(name)}")
    within = desk.dialog if desk.dialog.count() else desk.page.get_by_role("main")
    for wanted in (exact, beginning):
        for role in ("button", "link"):
            found = within.get_by_role(role, name=wanted)
            if found.count():
                return found.first
    return within.get_by_role("button", name=beginning).first


def choose(desk: Desk, name: str) -> None:
    named(desk, name).click()


def write(desk: Desk, label: str, words: str) -> None:
    place(desk).get_by_label(re.compile(f"^{re.escape(label)}")).first.fill(words)


def write_and_choose(desk: Desk, label: str, words: str, option: str) -> None:
    desk.choose(label, words, option)


def pick(desk: Desk, label: str, option: str) -> None:
    place(desk).get_by_label(label).select_option(option)


def appears(desk: Desk, words: str) -> None:
    label, shown = desk.page.get_by_label(re.compile(f"^{re.escape(words)}")), desk.page.get_by_text(words)
    expect(label.or_(shown).first).to_be_visible()


STEPS: tuple[tuple[str, Callable[..., None]], ...] = (
    (r"Abra o endereço do sistema", lambda desk: desk.go("/")),
    (rf"Em {NAME}, escreva {WORDS} e escolha {NAME}", write_and_choose),
    (rf"Em {NAME}, escreva {WORDS}", write),
    (rf"Em {NAME}, escolha {NAME}", pick),
    (rf"Troque {WORDS} por {WORDS}", lambda desk, old, new: desk.rewrite(old, new)),
    (
        rf"Aperte {NAME}",
        lambda desk, keys: desk.page.keyboard.press(keys.replace("Ctrl", "Control").replace("S", "s")),
    ),
    (rf"Escolha {NAME}", choose),
    (rf"Aparece {NAME}", appears),
)


def do(desk: Desk, sentence: str) -> None:
    for pattern, act in STEPS:
        found = re.fullmatch(pattern, sentence.strip().removesuffix("."))
        if found:
            act(desk, *found.groups())
            return
    raise AssertionError(f"o capítulo tem um passo que ninguém sabe fazer: {sentence!r}")


@pytest.mark.timeout(180)
def test_somebody_new_follows_the_first_chapter_word_for_word(new_context, installation, album):
    desk = Desk(new_context().new_page(), installation.site, "ninguém")
    steps = chapter_steps()
    assert len(steps) > 30
    for sentence in steps:
        do(desk, sentence)
    expect(desk.page.get_by_text("Aberto em SEMURB/ALV")).to_be_visible()
    album.keep(desk.page, "primeiro-processo")
