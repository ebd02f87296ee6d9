"""The offline verifier checks the seal of every signature, with keys of the file or known by other means (DOC-10)."""

import base64
import copy
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from chalicelib.application.processes.export import export_process
from tests.application.documents.office import drafted, office, signed
from tests.application.documents.test_authenticate import authenticate, paper
from tests.application.under_way import CHIEF, CLERK, started
from tests.fakes.outside import Outside
from tests.fakes.sealer import SPKI
from verifier import chain, seals
from verifier.__main__ import BROKEN, UNREADABLE, WHOLE, main

Export = dict[str, Any]


@pytest.fixture
def outside() -> Outside:
    return office()


@pytest.fixture
def export(outside: Outside) -> Export:
    """A process with a letter signed by two people, and one in draft."""
    process = started(outside)
    document = drafted(outside, process)
    signed(outside, document)
    signed(outside, document, CHIEF)
    drafted(outside, process)
    made: Export = json.loads(json.dumps(export_process(outside.ports, CLERK, process)))
    return made


def broken(export: Export, **trust: Any) -> str:
    chain.check(export)
    with pytest.raises(chain.Broken) as found:
        seals.check_seals(export, **trust)
    return found.value.reason


def test_every_signature_of_the_export_is_checked(export: Export):
    chain.check(export)
    assert seals.check_seals(export) == 2


def test_each_changed_character_of_each_record_is_found(export: Export):
    for number, sealed in enumerate(export["seals"]):
        for place in range(len(sealed["record"])):
            forged = copy.deepcopy(export)
            text = sealed["record"]
            forged["seals"][number]["record"] = text[:place] + chr(ord(text[place]) ^ 1) + text[place + 1 :]
            assert broken(forged)


def test_each_changed_bit_of_the_seal_is_found(export: Export):
    value = base64.b64decode(export["seals"][0]["seal"])
    for bit in range(len(value) * 8):
        forged = copy.deepcopy(export)
        changed = bytearray(value)
        changed[bit // 8] ^= 1 << bit % 8
        forged["seals"][0]["seal"] = base64.b64encode(changed).decode()
        assert "selo desta assinatura não confere" in broken(forged)


def test_authentication_is_checked_as_a_signature_is_and_told_from_one(outside: Outside):
    """DOC-13."""
    process = started(outside)
    authenticate(outside, paper(outside, process))
    export: Export = json.loads(json.dumps(export_process(outside.ports, CLERK, process)))
    chain.check(export)
    assert seals.check_seals(export) == 1
    record = export["seals"][0]["record"]
    for place in range(len(record)):
        forged = copy.deepcopy(export)
        forged["seals"][0]["record"] = record[:place] + chr(ord(record[place]) ^ 1) + record[place + 1 :]
        assert broken(forged)
    last = export["entries"][-1]
    last["body"] = last["body"].replace("document_authenticated", "document_signed")
    export["head"] = last["hash"] = hashlib.sha256(last["body"].encode()).hexdigest()
    assert broken(export) == "o registro selado e o andamento não dizem o mesmo em “act”"


def test_missing_record_is_found_in_the_entry_of_its_signature(export: Export):
    del export["seals"][0]
    assert broken(export) == "falta o registro selado desta assinatura"


def test_seal_of_one_signature_does_not_serve_another(export: Export):
    first, second = export["seals"]
    first["seal"], second["seal"] = second["seal"], first["seal"]
    assert "não confere" in broken(export)


def test_record_that_the_chain_does_not_know_is_refused(export: Export):
    export["seals"].append({**export["seals"][0], "record": "{}"})
    assert broken(export) == "há um registro selado de assinatura que a cadeia não conhece"


def forged_by_another_key(export: Export) -> Export:
    """A forger who rewrites a signer, the chain and the seal, with a key of their own in the file."""
    key = ec.generate_private_key(ec.SECP256R1())
    spki = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    kid = hashlib.sha256(spki).hexdigest()[:32]
    forged = copy.deepcopy(export)
    forged["keys"] = [{"kid": kid, "spki": base64.b64encode(spki).decode()}]
    head = chain.GENESIS
    old = {hashlib.sha256(seal["record"].encode()).hexdigest(): seal["record"] for seal in export["seals"]}
    records = []
    for entry in forged["entries"]:
        data = json.loads(entry["body"])
        data["previous"] = head
        if data["kind"] == "document_signed":
            told = json.loads(old[data["arguments"]["record"]])
            told |= {"previous": head, "kid": kid, "role_title": "Prefeita"}
            data["arguments"]["role_title"] = "Prefeita"
            text = chain.canonical(told)
            data["arguments"]["record"] = hashlib.sha256(text.encode()).hexdigest()
            value = key.sign(seals.preimage(text), ec.ECDSA(SHA256()))
            records.append({"record": text, "seal": base64.b64encode(value).decode(), "kid": kid})
        entry["body"] = chain.canonical(data)
        head = entry["hash"] = hashlib.sha256(entry["body"].encode()).hexdigest()
    return {**forged, "head": head, "seals": records}


def test_forger_with_a_key_of_their_own_is_found_by_keys_known_from_elsewhere(export: Export):
    forged = forged_by_another_key(export)
    chain.check(forged)
    assert seals.check_seals(forged) == 2, "a forgery that is consistent with itself: why --keys exists"
    trusted = {hashlib.sha256(SPKI).hexdigest()[:32]: SPKI}
    assert "não está entre as chaves públicas" in broken(forged, trusted=trusted)
    assert seals.check_seals(export, trusted) == 2


def test_key_swapped_under_its_name_is_refused(export: Export):
    spki = ec.generate_private_key(ec.SECP256R1()).public_key()
    other = spki.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    export["keys"][0]["spki"] = base64.b64encode(other).decode()
    assert broken(export) == "uma chave pública não é a que o nome dela diz"


def test_command_says_how_many_seals_were_checked_and_takes_keys(
    export: Export, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file, keys = tmp_path / "processo.json", tmp_path / "chaves.json"
    file.write_text(json.dumps(export), encoding="utf-8")
    keys.write_text(json.dumps({"items": export["keys"]}))
    assert main([str(file), "--keys", str(keys)]) == WHOLE
    assert "2 assinaturas seladas, selos conferidos." in capsys.readouterr().out
    file.write_text(json.dumps(forged_by_another_key(export)), encoding="utf-8")
    assert main([str(file), "--keys", str(keys)]) == BROKEN
    assert main([str(file), "--keys", str(tmp_path / "nada.json")]) == UNREADABLE
