"""The script that asks veraPDF says "not run" where there is none, and believes what it says where there is."""

from pathlib import Path

import pytest

from infra import verapdf
from tests.adapters.rendering.structure import problems


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


def fake(folder: Path, answer: str, status: int) -> str:
    """A program that answers so."""
    path = folder / "verapdf"
    path.write_text(f'#!/bin/sh\necho "{answer} $2"\nexit {status}\n')
    path.chmod(0o755)
    return str(path)


def test_where_there_is_none_it_says_that_nothing_was_asked(monkeypatch, capsys, letter: Path):
    monkeypatch.setattr(verapdf, "program", lambda: None)
    assert verapdf.main([str(letter)]) == verapdf.NOT_RUN
    assert "not run" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("answer", "status", "verdict"),
    [("PASS", 0, verapdf.CONFORMS), ("FAIL", 1, verapdf.DOES_NOT), ("FAIL", 0, verapdf.DOES_NOT), ("", 0, 1)],
)
def test_where_there_is_one_its_word_counts(monkeypatch, tmp_path, letter, answer, status, verdict):
    monkeypatch.setenv("VERAPDF", fake(tmp_path, answer, status))
    assert verapdf.main([str(letter)]) == verdict


def test_without_files_it_asks_about_what_the_product_makes_before_and_after_signing(
    monkeypatch, tmp_path, capsys
):
    monkeypatch.setenv("VERAPDF", fake(tmp_path, "PASS", 0))
    assert verapdf.main([]) == verapdf.CONFORMS
    said = capsys.readouterr().out
    for name in ("letter", "letter-signed", "letter-signed-twice", "redacted-copy"):
        for flavour in verapdf.FLAVOURS:
            assert f"{name}.pdf: {flavour}: PASS" in said


def test_each_of_them_passes_the_checks_of_structure(tmp_path: Path):
    assert {path.name: problems(path.read_bytes()) for path in verapdf.made(tmp_path)} == {
        f"{name}.pdf": [] for name in ("letter", "letter-signed", "letter-signed-twice", "redacted-copy")
    }
