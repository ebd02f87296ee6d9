"""The golden permission matrix: ``python -m tests.policy.matrix --write`` writes it, the tests compare.

The file is gzip of text, one row of letters per (act, level, relation, situation); the header names the
letters. What a change does is read in the test's message, cell by cell, and not in the file.
"""

import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from chalicelib.domain.policy import Decision, decide
from tests.policy.cells import SECTIONS, Section, cells

GOLDEN = Path(__file__).with_name("matrix.golden.gz")
LETTERS = "YHabcdefghijklmnopqrstuvwxyzABCDEFGIJKLMNOPQRSTUVWXZ0123456789"
SHOWN = 40


def outcome(decision: Decision) -> str:
    """``allowed``, ``hidden`` or the code of the refusal."""
    if decision.allowed:
        return "allowed"
    return "hidden" if decision.hidden else str(decision.code)


def computed() -> dict[str, list[str]]:
    """Row key → outcome of each of its cells, by asking the policy."""
    table: dict[str, list[str]] = {}
    for section in SECTIONS:
        for row, group in groupby(cells(section), key=lambda cell: cell.row):
            table[" | ".join(row)] = [
                outcome(decide(cell.subject, cell.action, cell.resource, cell.context)) for cell in group
            ]
    return table


def size(table: dict[str, list[str]]) -> int:
    """How many cells."""
    return sum(len(row) for row in table.values())


def write(table: dict[str, list[str]], path: Path = GOLDEN) -> None:
    """Write the golden file, the same bytes for the same table."""
    names = sorted({name for row in table.values() for name in row} - {"allowed", "hidden"})
    letters = dict(zip(["allowed", "hidden", *names], LETTERS, strict=False))
    lines = [f"{letter}={name}" for name, letter in letters.items()] + [""]
    lines += [f"{key}\t{''.join(letters[name] for name in row)}" for key, row in table.items()]
    path.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))


def read(path: Path = GOLDEN) -> dict[str, list[str]]:
    """Read what ``write`` wrote."""
    header, _, body = gzip.decompress(path.read_bytes()).decode().partition("\n\n")
    names = dict(line.split("=", 1) for line in header.split("\n"))
    rows = (line.split("\t") for line in body.split("\n"))
    return {key: [names[letter] for letter in letters] for key, letters in rows}


def differences(
    before: dict[str, list[str]], after: dict[str, list[str]]
) -> Iterator[tuple[str, str, str, str]]:
    """(row, column, before, after) of every cell that differs, added and removed ones included."""
    columns = _columns()
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key, []), after.get(key, [])
        if old == new:
            continue
        names = columns.get(key.split(" | ")[0], [])
        for place in range(max(len(old), len(new))):
            was = old[place] if place < len(old) else "(no cell)"
            now = new[place] if place < len(new) else "(no cell)"
            if was != now:
                yield key, names[place] if place < len(names) else str(place), was, now


def _columns() -> dict[str, list[str]]:
    def names(section: Section) -> list[str]:
        return [", ".join(column) for column in section.columns]

    return {action.value: names(section) for section in SECTIONS for action in section.actions}


def report(before: dict[str, list[str]], after: dict[str, list[str]]) -> str:
    """What changed, for the person who reviews it: totals by act and kind of change, then the first cells."""
    changed = list(differences(before, after))
    if not changed:
        return ""
    totals = Counter((row.split(" | ")[0], was, now) for row, _, was, now in changed)
    lines = [f"{len(changed)} cells of the permission matrix changed:"]
    lines += [f"  {count:6}  {act}: {was} -> {now}" for (act, was, now), count in totals.most_common()]
    lines.append(f"the first {min(SHOWN, len(changed))}:")
    lines += [f"  {row} | {column}: {was} -> {now}" for row, column, was, now in changed[:SHOWN]]
    lines.append("If this is what you want: python -m tests.policy.matrix --write")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Show the differences; with ``--write``, write the file too."""
    table = computed()
    print(report(read() if GOLDEN.exists() else {}, table) or "The permission matrix is as written.")
    if arguments == ["--write"]:
        write(table)
        print(f"{size(table)} cells written.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
