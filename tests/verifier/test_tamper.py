"""Whatever is changed in an exported process is found, and where (issue 5 §4, security.md §6 T1).

Of the bits, 5,000 in every run; all of them with IPEROIG_LONG=1.
"""

import base64
import copy
import hashlib
import json
import os
import random
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from chalicelib.application.processes.record_progress import record_progress
from chalicelib.application.references import ProcessKey
from chalicelib.domain.history import PersonalDataErased
from chalicelib.domain.process import Act, Change
from chalicelib.domain.tree_head import TreeHead, read_note
from tests.application.under_way import CLERK
from tests.fakes.ledger import LocalHeadKey
from tests.verifier.witnessed import RECORDS, Office, flipped, put, values, verify, witnessed
from verifier import seals
from verifier.__main__ import BROKEN, WHOLE, main
from verifier.chain import Broken, NotAnExport, read_export

LONG = os.environ.get("IPEROIG_LONG") == "1"
SAMPLE = 5_000
Export = dict[str, Any]


@pytest.fixture(scope="module")
def office() -> Office:
    return witnessed()


@pytest.fixture
def export(office: Office) -> Export:
    return office.export


def found(export: Export, **trust: Any) -> Broken:
    with pytest.raises(Broken) as broken:
        verify(export, **trust)
    return broken.value


def chosen(all_of_them: list[Any]) -> list[Any]:
    return all_of_them if LONG else random.Random(6962).sample(all_of_them, min(SAMPLE, len(all_of_them)))


def expected(export: Export, path: tuple[Any, ...]) -> int | None:
    """The record that a changed value belongs to; None where it is of the whole."""
    match path:
        case ("entries", place, *_) | ("ledger", "records", place, *_):
            return int(place) + 1
        case ("seals", place, *_):
            signatures = [
                n for n, one in enumerate(export["entries"], 1) if '"document_signed"' in one["body"]
            ]
            return signatures[place]
    return None


def test_whole_export_is_found_whole(office: Office, export: Export):
    said = verify(export)
    assert said is not None
    assert (export["n"], said.covered, said.erased) == (RECORDS, RECORDS, 0)
    assert (said.head.size, said.head.size > 300) == (read_note(office.heads[-1]).size, True)
    assert said.earlier.size == read_note(office.heads[2]).size, "the first head that had all of them"


def test_every_flipped_bit_of_every_value_is_found_in_its_record(export: Export):
    bits = [(path, text, bit) for path, text in values(export) for bit in range(len(text.encode()) * 8)]
    assert len(bits) > 60_000
    for path, text, bit in chosen(bits):
        forged = put(export, path, flipped(text, bit))
        wanted, broken = expected(export, path), found(forged)
        # The number and the process's name are of the whole, and first missed in the first record.
        assert broken.record in ((None, 1) if wanted is None else (wanted,)), (path, bit, broken.reason)


def test_every_flipped_bit_of_the_file_is_found(export: Export):
    """Names, numbers and punctuation too, as ``historico.json`` of a ZIP has them."""
    file = json.dumps(export, ensure_ascii=False).encode()
    for bit in chosen(list(range(len(file) * 8))) if LONG else chosen(list(range(len(file) * 8)))[:1_000]:
        forged = bytearray(file)
        forged[bit // 8] ^= 1 << bit % 8
        with pytest.raises((Broken, NotAnExport, UnicodeDecodeError)):
            verify(read_export(bytes(forged).decode("utf-8")))


@pytest.mark.parametrize("record", range(1, RECORDS + 1))
def test_deletion_insertion_and_swap_are_found_where_they_were_made(export: Export, record: int):
    at = record - 1
    deleted = copy.deepcopy(export)
    del deleted["entries"][at]
    assert found(deleted).record == (record if record < RECORDS else None)
    inserted = copy.deepcopy(export)
    inserted["entries"].insert(at, copy.deepcopy(export["entries"][at - 1]))
    assert found(inserted).record == record
    if record < RECORDS:
        swapped = copy.deepcopy(export)
        swapped["entries"][at : at + 2] = swapped["entries"][at : at + 2][::-1]
        assert found(swapped).record == record
        proofs = copy.deepcopy(export)
        proofs["ledger"]["records"][at : at + 2] = proofs["ledger"]["records"][at : at + 2][::-1]
        assert found(proofs).record == record


@pytest.mark.parametrize("left", range(1, RECORDS))
def test_truncation_that_mends_the_end_is_found_by_the_proofs_of_what_is_gone(export: Export, left: int):
    cut = copy.deepcopy(export)
    cut["entries"], cut["n"] = cut["entries"][:left], left
    cut["head"] = cut["entries"][-1]["hash"]
    signed = sum('"document_signed"' in one["body"] for one in cut["entries"])
    cut["seals"] = cut["seals"][:signed]
    assert found(cut).record == left + 1
    proofs = copy.deepcopy(export)
    proofs["ledger"]["records"] = proofs["ledger"]["records"][:left]
    assert found(proofs).record == left + 1, "older than the head, and not in it"


def rewritten(export: Export, record: int) -> Export:
    """A forger with the whole database: the text, its hash and all that follow are made anew."""
    forged, head = copy.deepcopy(export), ""
    for number, entry in enumerate(forged["entries"], start=1):
        data = json.loads(entry["body"])
        if number == record:
            data["user"]["name"] = "Outra Pessoa"
        if number > record:
            data["previous"] = head
        entry["body"] = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        head = entry["hash"] = hashlib.sha256(entry["body"].encode()).hexdigest()
    return {**forged, "head": head}


def test_history_made_anew_from_a_record_on_is_found_at_that_record_by_the_ledger(export: Export):
    """What the chain alone cannot show (docs/verifier.md). The last eight records carry no seal of a signature."""
    for record in range(6, RECORDS + 1):
        broken = found(rewritten(export, record))
        assert (broken.record, broken.reason) == (record, "o registro não é o que está no registro público")


def test_ledger_signed_by_another_key_is_found_by_the_key_known_from_elsewhere(
    office: Office, export: Export
):
    """A forger who rebuilt the tree and signed it with a key of their own, put in the file."""
    thief, forged = LocalHeadKey(), copy.deepcopy(export)
    for name in ("head", "earlier"):
        said = read_note(export["ledger"][name])
        forged["ledger"][name] = said.note(thief.public, thief.sign_bytes(said.text))
    public = base64.b64encode(thief.public).decode()
    forged["ledger"]["keys"] = [{"kid": hashlib.sha256(thief.public).hexdigest()[:32], "spki": public}]
    assert verify(forged) is not None, "consistent with itself: why --ledger-keys exists"
    trusted = seals.read_keys(export["ledger"]["keys"])
    assert "não está entre as chaves conhecidas" in found(forged, trusted=trusted).reason
    assert verify(export, trusted=trusted) is not None
    swapped = put(export, ("ledger", "keys", 0, "spki"), public)
    assert found(swapped).reason == "uma chave pública não é a que o nome dela diz"


def test_old_checkpoint_is_found(office: Office, export: Export):
    """Put in the place of the last one, or of an export made when it was the last, against one that was kept."""
    old = office.heads[1]
    assert "não é a continuação" in found(put(export, ("ledger", "head"), old)).reason
    assert "não é a continuação" in found(put(export, ("ledger", "earlier"), old)).reason
    stale = witnessed_until_third(office)
    assert verify(stale) is not None
    assert "marco mais antigo" in found(stale, known=office.heads[-1]).reason
    assert verify(export, known=office.heads[-1]) is not None
    assert verify(export, known=office.heads[0]) is not None


def witnessed_until_third(office: Office) -> Export:
    """The export as it was when the third head was the last."""
    heads = office.outside.ledger.heads["pmu"]
    last = heads.pop(max(heads))
    try:
        return office.export
    finally:
        heads[last.size] = last


def test_two_histories_of_the_same_size_are_told_apart_by_who_kept_a_checkpoint(
    office: Office, export: Export
):
    said = read_note(office.heads[-1])
    other = TreeHead(said.origin, said.size, bytes(32), said.at)
    kept = other.note(office.scribe.key.public, office.scribe.key.sign_bytes(other.text))
    assert "dizem coisas diferentes" in found(export, known=kept).reason


def test_records_newer_than_the_head_are_told_and_older_ones_missed(
    office: Office, tmp_path: Path, capsys: Any
):
    fresh = witnessed()
    record_progress(fresh.outside.ports, CLERK, fresh.outside.operation(), fresh.process, "Depois do marco")
    file = tmp_path / "processo.json"
    file.write_text(json.dumps(fresh.export), encoding="utf-8")
    assert main([str(file)]) == WHOLE
    said = capsys.readouterr().out
    assert "12 de 13 registros estão nele" in said
    assert "Os últimos registros são mais novos que o marco." in said
    fresh.outside.now += timedelta(days=2)
    fresh.scribe.ledger.rows["pmu"].append(bytes(32))  # signed later, and the thirteenth never appended
    fresh.scribe.sign(fresh.outside.now)
    file.write_text(json.dumps(fresh.export), encoding="utf-8")
    assert main([str(file)]) == BROKEN
    assert "CADEIA QUEBRADA no registro 13: o registro é anterior ao marco" in capsys.readouterr().out


def erased(export: Export, record: int) -> Export:
    """The export after record and salt were destroyed: the hash and the leaf are left."""
    forged = copy.deepcopy(export)
    entry = forged["entries"][record - 1]
    forged["entries"][record - 1] = {"erased": True, "hash": entry["hash"]}
    forged["ledger"]["records"][record - 1]["salt"] = ""
    return forged


@pytest.fixture(scope="module")
def declaring() -> Export:
    """The export of a process whose thirteenth record declares, as an erasure does, that the eighth was erased."""
    fresh = witnessed()
    fact = PersonalDataErased("e1", "art. 18, VI", (8,), (fresh.export["entries"][7]["hash"],))
    work = fresh.outside.ports.begin(fresh.outside.operation())
    (process,) = work.load(ProcessKey(fresh.process))
    work.change_process(process, Change(process, (Act(CLERK.user, CLERK.unit, fact),)))
    work.commit({})
    fresh.scribe.append(fresh.process)
    fresh.outside.now += timedelta(days=1)
    fresh.scribe.sign(fresh.outside.now)
    return fresh.export


def test_erased_record_leaves_chain_and_ledger_that_still_verify(declaring: Export, tmp_path: Path, capsys: Any):
    """LGPD: the text and the salt are gone, that there was a record is not."""
    file = tmp_path / "processo.json"
    file.write_text(json.dumps(erased(declaring, 8)), encoding="utf-8")
    assert main([str(file)]) == WHOLE
    said = capsys.readouterr().out
    assert "Eliminados por força de lei: 1." in said
    assert "O próprio histórico declara cada eliminação (LGPD) e o hash do que foi eliminado." in said
    salt = declaring["ledger"]["records"][7]["salt"]
    assert found(put(erased(declaring, 8), ("ledger", "records", 7, "salt"), salt)).record == 8
    assert found(put(erased(declaring, 8), ("ledger",), None)).record == 8, "nothing proves that it existed"
    assert found(put(erased(declaring, 8), ("entries", 7, "hash"), "0" * 64)).record == 9
    invented = erased(declaring, 8)
    invented["entries"].append({"erased": True, "hash": "0" * 64})
    invented |= {"n": 14, "head": "0" * 64}
    assert found(invented).record == 14


@pytest.mark.parametrize("record", range(2, RECORDS + 1))
def test_record_destroyed_without_an_act_that_declares_it_is_found(export: Export, declaring: Export, record: int):
    """Issue 5 §4: only the law erases, and it says so; whoever has the tables and destroys a text is found out."""
    alone = erased(export, record)
    alone["head"] = alone["entries"][-1]["hash"]
    assert found(alone).record == record
    if record != 8:
        assert found(erased(erased(declaring, 8), record)).record == record, "declared was another one"


def test_verifier_needs_no_network(export: Export, tmp_path: Path):
    """A process of its own in which a socket cannot even be made."""
    file = tmp_path / "processo.json"
    file.write_text(json.dumps(export), encoding="utf-8")
    program = (
        "import socket, sys\n"
        "def refuse(*_, **__): raise SystemExit('the network was asked for')\n"
        "socket.socket = socket.create_connection = socket.getaddrinfo = refuse\n"
        "from verifier.__main__ import main\n"
        f"sys.exit(main([{str(file)!r}]))"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (WHOLE, "")
    assert "Registro público iperoig/ubatuba/pmu" in done.stdout
