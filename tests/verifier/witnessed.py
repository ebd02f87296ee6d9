"""A process of twelve records, signed twice, in a ledger of three hundred records that was sealed three times."""

import copy
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from chalicelib.application.processes.export import export_process
from chalicelib.application.processes.record_progress import record_progress
from chalicelib.domain.ledger import Place
from chalicelib.domain.merkle import leaf_hash
from tests.application.documents.office import drafted, office, signed
from tests.application.under_way import CHIEF, CLERK, started
from tests.fakes.ledger import Scribe
from tests.fakes.outside import Outside
from verifier import chain, seals
from verifier.archive import check_contents as check_contents
from verifier.ledger import Found, check_ledger

Export = dict[str, Any]
RECORDS = 12


@dataclass
class Office:
    """Who keeps the ledger, the process, and the process's export as its file says it."""

    outside: Outside
    scribe: Scribe
    process: str
    heads: list[str]

    @property
    def export(self) -> Export:
        made: Export = json.loads(json.dumps(export_process(self.outside.ports, CLERK, self.process)))
        return made


def others(office: "Office", count: int) -> None:
    """Records of other processes of the agency."""
    ledger = office.scribe.ledger
    for _ in range(count):
        size = ledger.size("pmu")
        process = f"other {size}"
        assert ledger.append(process, "pmu", size, [Place(1, "pmu", size, leaf_hash(process.encode()))])


def witnessed() -> Office:
    """Sealed once before the process, once with eleven of its records, and last with all twelve and much more."""
    outside = office()
    made = Office(outside, Scribe(outside.memory, outside.ledger), started(outside), [])
    others(made, 5)
    made.heads.append(sealed(made))
    letter = drafted(outside, made.process)
    signed(outside, letter)
    signed(outside, letter, CHIEF)
    drafted(outside, made.process)
    others(made, 250)
    made.scribe.append(made.process)
    while len(outside.memory.histories[made.process]) < RECORDS:
        if len(outside.memory.histories[made.process]) == RECORDS - 1:
            made.scribe.append(made.process)
            made.heads.append(sealed(made))
        text = f"Vistoria nº {len(outside.memory.histories[made.process])}: “concluída”, sem ressalvas"
        record_progress(outside.ports, CLERK, outside.operation(), made.process, text)
        others(made, 4)
    made.scribe.append(made.process)
    made.heads.append(sealed(made))
    others(made, 30)
    outside.now += timedelta(days=3)
    made.heads.append(sealed(made))
    return made


def sealed(office: Office) -> str:
    """The note that is signed now."""
    head = office.scribe.sign(office.outside.now)
    assert head is not None
    return head.note


def verify(export: Mapping[str, Any], **trust: Any) -> Found | None:
    """All that the command checks of a history."""
    chain.check(export)
    seals.check_seals(export)
    return check_ledger(export, **trust)


def values(export: Export) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every text of the export that is not a name of ours, and where it is."""

    def walk(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, dict):
            for name, each in value.items():
                yield from walk(each, (*path, name))
        elif isinstance(value, list):
            for place, each in enumerate(value):
                yield from walk(each, (*path, place))

    yield from walk({name: each for name, each in export.items() if name != "format"}, ())


def flipped(text: str, bit: int) -> str:
    """The text with one bit of its UTF-8 bytes changed; what is no UTF-8 any more keeps its wrong bytes."""
    data = bytearray(text.encode())
    data[bit // 8] ^= 1 << bit % 8
    return bytes(data).decode("utf-8", "surrogateescape")


def put(export: Export, path: tuple[Any, ...], value: Any) -> Export:
    """A copy with another value in a place; what is not on the way is shared."""
    forged: Any = copy.copy(export)
    at = forged
    for step in path[:-1]:
        at[step] = copy.copy(at[step])
        at = at[step]
    at[path[-1]] = value
    return dict(forged)
