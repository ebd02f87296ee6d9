"""The offline verifier finds the first broken record of an exported chain (architecture §1.10)."""

import copy
import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from chalicelib.domain import history
from chalicelib.domain.organisation import Person, UnitName
from verifier import chain
from verifier.__main__ import BROKEN, UNREADABLE, WHOLE, main

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NUP = "01101.000001/2026-26"
Export = dict[str, Any]


def an_export(process: str = "p1", progress: int = 4) -> Export:
    """Start, some free texts with accents and quotes, conclude."""
    ana, protocol = Person("ana.lima", "Ana Lima"), UnitName("semad-prot", "SEMAD/PROT")
    facts: list[history.Fact] = [history.ProcessStarted("public", None, NUP)]
    facts += [
        history.ProgressRecorded(f'Vistoria nº {n}: "concluída"\nsem ressalvas') for n in range(progress)
    ]
    facts.append(history.ProcessConcluded())
    entries: list[history.Entry] = []
    for number, fact in enumerate(facts):
        head = entries[-1].hash if entries else history.GENESIS
        at = AT + timedelta(minutes=number)
        entries += history.chain(process, number, head, at, [(ana, protocol, fact)])
    return {
        "format": chain.FORMAT,
        "tenant": "ubatuba",
        "process": process,
        "nup": NUP,
        "n": len(entries),
        "head": entries[-1].hash,
        "entries": [{"body": entry.body.decode(), "hash": entry.hash} for entry in entries],
    }


def first_broken(export: Export) -> int | None:
    with pytest.raises(chain.Broken) as broken:
        chain.check(export)
    return broken.value.record


def rehashed(export: Export, number: int, **changes: Any) -> Export:
    """A forger who rewrites one record and its own hash, but not what follows."""
    forged = copy.deepcopy(export)
    data = {**json.loads(forged["entries"][number - 1]["body"]), **changes}
    body = chain.canonical(data)
    forged["entries"][number - 1] = {"body": body, "hash": hashlib.sha256(body.encode()).hexdigest()}
    return forged


def test_chain_made_by_the_application_is_whole():
    chain.check(an_export())


def test_each_changed_character_of_each_record_is_found_in_that_record():
    export = an_export(progress=1)
    for number, entry in enumerate(export["entries"], start=1):
        for place, character in enumerate(entry["body"]):
            forged = copy.deepcopy(export)
            changed = chr(ord(character) ^ 1)
            forged["entries"][number - 1]["body"] = (
                entry["body"][:place] + changed + entry["body"][place + 1 :]
            )
            assert first_broken(forged) == number


def test_each_changed_hash_is_found_in_its_record():
    export = an_export()
    for number in range(1, export["n"] + 1):
        forged = copy.deepcopy(export)
        digest = forged["entries"][number - 1]["hash"]
        forged["entries"][number - 1]["hash"] = ("1" if digest[0] == "0" else "0") + digest[1:]
        assert first_broken(forged) == number


def test_rewritten_record_with_a_new_hash_breaks_the_one_that_follows():
    export = an_export()
    assert first_broken(rehashed(export, 2, at="2020-01-01T00:00:00Z")) == 3


def test_rewritten_last_record_breaks_the_closing():
    export = an_export()
    assert first_broken(rehashed(export, export["n"], at="2020-01-01T00:00:00Z")) is None


@pytest.mark.parametrize("number", [1, 3, 5])
def test_deleted_record_is_missed_where_it_was(number: int):
    export = an_export()
    del export["entries"][number - 1]
    assert first_broken(export) == number


def test_inserted_record_is_found_where_it_is():
    export = an_export()
    export["entries"].insert(2, copy.deepcopy(export["entries"][1]))
    assert first_broken(export) == 3


def test_swapped_records_are_found_at_the_first_of_them():
    export = an_export()
    entries = export["entries"]
    entries[2], entries[3] = entries[3], entries[2]
    assert first_broken(export) == 3


def test_truncated_chain_does_not_close():
    export = an_export()
    export["entries"].pop()
    assert first_broken(export) is None


def test_truncated_chain_that_also_lies_on_its_length_does_not_close():
    export = an_export()
    export["entries"].pop()
    export["n"] -= 1
    assert first_broken(export) is None


def test_empty_chain_is_no_process():
    assert first_broken({**an_export(), "entries": [], "n": 0, "head": history.GENESIS}) is None


def test_record_of_another_process_is_found():
    assert first_broken({**an_export("p2"), "process": "p1"}) == 1


def test_number_that_is_not_the_filed_one_is_found():
    assert first_broken({**an_export(), "nup": "01101.000002/2026-71"}) == 1


def test_chain_that_does_not_begin_with_the_filing_is_refused():
    assert first_broken(rehashed(an_export(), 1, kind="process_received")) == 1


@pytest.mark.parametrize(
    "other",
    [
        lambda body: body.replace(":", ": ", 1),
        lambda body: body.replace("í", "\\u00ed"),
        lambda body: body[:-1] + ',"n":2}',
        lambda body: body.replace('"n":2', '"n":2.0'),
        lambda body: body.replace('"n":2', '"n":"2"'),
        lambda body: body.replace('"n":2', '"n":true'),
        lambda body: body[:-1] + ',"zz":1}',
        lambda body: body + " ",
        lambda body: "[]",
        lambda body: "{",
    ],
)
def test_another_way_of_writing_the_record_is_refused_even_with_its_own_hash(other: Callable[[str], str]):
    export = an_export()
    body = other(export["entries"][1]["body"])
    assert body != export["entries"][1]["body"]
    export["entries"][1] = {"body": body, "hash": hashlib.sha256(body.encode()).hexdigest()}
    assert first_broken(export) == 2


@pytest.mark.parametrize(
    "entry", [None, 7, {}, {"body": "{}"}, {"body": 1, "hash": 2}, {"body": "\ud800", "hash": ""}]
)
def test_what_is_no_record_is_found(entry: Any):
    export = an_export()
    export["entries"][1] = entry
    assert first_broken(export) == 2


@pytest.mark.parametrize(
    "text", ["", "nada", "[]", "{}", '{"format":"iperoig-chain-1"}', '{"format":"outro"}', "[" * 100_000]
)
def test_what_is_no_export_is_unreadable(text: str, tmp_path: Path):
    file = tmp_path / "processo.json"
    file.write_text(text)
    assert main([str(file)]) == UNREADABLE


def test_binary_file_and_absent_file_are_unreadable(tmp_path: Path):
    file = tmp_path / "processo.json"
    file.write_bytes(b"\xff\xfe\x00")
    assert main([str(file)]) == UNREADABLE
    assert main([str(tmp_path / "outro.json")]) == UNREADABLE


def test_command_says_whole_or_names_the_first_broken_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    export = an_export()
    file = tmp_path / "processo.json"
    file.write_text(json.dumps(export), encoding="utf-8")
    assert main([str(file)]) == WHOLE
    assert f"Processo {NUP}: 6 registros, cadeia íntegra." in capsys.readouterr().out
    del export["entries"][3]
    file.write_text(json.dumps(export), encoding="utf-8")
    assert main([str(file)]) == BROKEN
    assert "CADEIA QUEBRADA no registro 4" in capsys.readouterr().out


def test_head_known_by_other_means_is_compared(tmp_path: Path):
    export = an_export()
    file = tmp_path / "processo.json"
    file.write_text(json.dumps(export), encoding="utf-8")
    assert main([str(file), "--head", export["head"].upper()]) == WHOLE
    assert main([str(file), "--head", "0" * 64]) == BROKEN


def test_command_runs_without_the_application_and_without_the_network(tmp_path: Path):
    file = tmp_path / "processo.json"
    file.write_text(json.dumps(an_export()), encoding="utf-8")
    root = Path(__file__).parents[2]
    code = (
        "import sys, socket\n"
        "def refuse(*_): raise OSError('no network')\n"
        "socket.socket = refuse\n"
        "from verifier.__main__ import main\n"
        f"status = main([{str(file)!r}])\n"
        "assert not any(name.startswith('chalicelib') for name in sys.modules)\n"
        "sys.exit(status)\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(root)!r})\n{code}"]
    )
    assert done.returncode == WHOLE
