"""Spreadsheets of Office Open XML: cells by row, with the words that the workbook keeps apart from them."""

import posixpath
import zipfile
from collections.abc import Callable
from typing import Any

Parse = Callable[..., None]


def read_sheets(archive: zipfile.ZipFile, parse: Parse, longest: int) -> list[str]:
    """One page per sheet, in the order of the workbook, its name first."""
    words = _shared(archive, parse, longest)
    return [
        f"{name}\n{_rows(archive, part, words, parse, longest)}"
        for name, part in _sheets(archive, parse, longest)
    ]


def _sheets(archive: zipfile.ZipFile, parse: Parse, longest: int) -> list[tuple[str, str]]:
    """(name, part) of each sheet."""
    named: list[tuple[str, str]] = []
    places: dict[str, str] = {}

    def sheet(tag: str, given: dict[str, str]) -> None:
        if tag == "sheet":
            named.append((given["name"], given["id"]))

    def place(tag: str, given: dict[str, str]) -> None:
        if tag == "Relationship":
            places[given["Id"]] = posixpath.normpath(posixpath.join("/xl", given["Target"])).lstrip("/")

    parse(archive, "xl/workbook.xml", sheet, _nothing, _nothing, longest)
    parse(archive, "xl/_rels/workbook.xml.rels", place, _nothing, _nothing, longest)
    parts = set(archive.namelist())
    return [(name, places[key]) for name, key in named if places.get(key) in parts]


def _shared(archive: zipfile.ZipFile, parse: Parse, longest: int) -> list[str]:
    found: list[str] = []
    inside: list[str] = []

    def start(tag: str, _: dict[str, str]) -> None:
        inside.append(tag)
        if tag == "si":
            found.append("")

    def text(piece: str) -> None:
        # What tells how a word is read aloud is not the word.
        if inside[-1] == "t" and "rPh" not in inside:
            found[-1] += piece

    if "xl/sharedStrings.xml" in archive.namelist():
        parse(archive, "xl/sharedStrings.xml", start, lambda _: inside.pop(), text, longest)
    return found


def _rows(archive: zipfile.ZipFile, part: str, words: list[str], parse: Parse, longest: int) -> str:
    lines: list[list[str]] = []
    cell: dict[str, Any] = {}
    inside: list[str] = []

    def start(tag: str, given: dict[str, str]) -> None:
        inside.append(tag)
        if tag == "row":
            lines.append([])
        elif tag == "c":
            cell.update(kind=given.get("t", ""), said="")

    def text(piece: str) -> None:
        if inside[-1] in ("v", "t") and "c" in inside:
            cell["said"] += piece

    def end(tag: str) -> None:
        inside.pop()
        if tag == "c" and lines:
            said = cell["said"]
            shared = cell["kind"] == "s" and said.isdigit() and int(said) < len(words)
            lines[-1].append(words[int(said)] if shared else said)

    parse(archive, part, start, end, text, longest)
    return "\n".join("\t".join(line).rstrip("\t") for line in lines)


def _nothing(*_: object) -> None:
    pass
