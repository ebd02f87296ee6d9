"""The chain of an exported process: each record carries the hash of the one before it.

``hash = SHA-256(body)``; ``body`` is canonical JSON (sorted keys, no spaces, UTF-8, no fractions) and carries
``n`` and ``previous``. What this proves and what it does not is in ``docs/verifier.md``.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

#: The second carries the proof of the public ledger, and nothing that is not checked.
FORMAT, WITH_LEDGER = "iperoig-chain-1", "iperoig-chain-2"
CARRIED = {"format", "tenant", "process", "nup", "n", "head", "entries", "seals", "keys", "ledger"}
GENESIS = "0" * 64
HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
FIELDS = {"process", "n", "at", "user", "unit", "kind", "arguments", "previous"}


class NotAnExport(Exception):
    """The file is not an exported process; the message, in Portuguese, says why."""


class Broken(Exception):
    """The chain does not hold. ``record`` is the first one that is wrong, None for the closing of the chain."""

    def __init__(self, record: int | None, reason: str) -> None:
        super().__init__(reason)
        self.record = record
        self.reason = reason


def read_export(text: str) -> Mapping[str, Any]:
    """The export as data. Raises NotAnExport."""
    try:
        export = strict_json(text)
    except (ValueError, RecursionError) as error:
        raise NotAnExport("o arquivo não é JSON válido") from error
    if not isinstance(export, dict) or export.get("format") not in (FORMAT, WITH_LEDGER):
        raise NotAnExport(f"o arquivo não é a exportação de um processo (formato {FORMAT} ou {WITH_LEDGER})")
    if export["format"] == WITH_LEDGER and set(export) != CARRIED:
        raise NotAnExport("o arquivo não tem os campos da exportação de um processo, e só eles")
    kinds = {"process": str, "nup": str, "head": str, "n": int, "entries": list}
    for name, kind in kinds.items():
        if type(export.get(name)) is not kind:
            raise NotAnExport(f"falta o campo “{name}”, ou ele é de outro tipo")
    return export


def check(export: Mapping[str, Any]) -> None:
    """Check every record in order, then that the chain is as long and ends as the export says. Raises Broken."""
    head = GENESIS
    for number, entry in enumerate(export["entries"], start=1):
        head = _check_record(export, number, entry, head)
    _check_closing(export, head)
    said = declared(export)
    for number, entry in enumerate(export["entries"], start=1):
        if "body" in entry:
            continue
        if number not in said:
            raise Broken(number, "o registro foi eliminado, e nenhum andamento do histórico declara a eliminação")
        if said[number] != entry["hash"]:
            raise Broken(number, "o hash do registro eliminado não é o que o andamento da eliminação declara")


def declared(export: Mapping[str, Any]) -> Mapping[int, str]:
    """The records that the history itself says were erased by law, and the hashes they had."""
    said: dict[int, str] = {}
    for entry in export["entries"]:
        if "body" in entry and '"personal_data_erased"' in entry["body"]:
            data = strict_json(entry["body"])
            told = data["arguments"] if data["kind"] == "personal_data_erased" else {}
            said |= dict(zip(told.get("records", ()), told.get("hashes", ()), strict=False))
    return said


def _check_record(export: Mapping[str, Any], number: int, entry: Any, head: str) -> str:
    if export["format"] == WITH_LEDGER and isinstance(entry, dict) and set(entry) == {"erased", "hash"}:
        return _check_erased(number, entry)
    if not isinstance(entry, dict) or not all(isinstance(entry.get(name), str) for name in ("body", "hash")):
        raise Broken(number, "o registro não tem texto e hash")
    if export["format"] == WITH_LEDGER and set(entry) != {"body", "hash"}:
        raise Broken(number, "o registro tem mais que texto e hash")
    body: str = entry["body"]
    digest = _digest(number, body)
    if digest != entry["hash"]:
        raise Broken(number, "o texto do registro foi alterado: não confere com o hash dele")
    data = _body(number, body)
    if data["n"] != number:
        raise Broken(number, f"a numeração foi quebrada: neste lugar está o registro {data['n']}")
    if data["previous"] != head:
        raise Broken(number, "o registro não é a continuação do anterior")
    if data["process"] != export["process"]:
        raise Broken(number, "o registro é de outro processo")
    if number == 1:
        _check_beginning(data)
    return digest


def _check_erased(number: int, entry: Mapping[str, Any]) -> str:
    """A record destroyed by law left its hash, which the next one carries, and its leaf in the public ledger."""
    if number == 1 or entry["erased"] is not True or not isinstance(entry["hash"], str):
        raise Broken(number, "o registro não tem texto e hash")
    if not HASH.fullmatch(entry["hash"]):
        raise Broken(number, "o hash do registro eliminado não está na forma esperada")
    return entry["hash"]


def _digest(number: int, body: str) -> str:
    try:
        return hashlib.sha256(body.encode()).hexdigest()
    except UnicodeEncodeError as error:
        raise Broken(number, "o texto do registro tem caracteres impossíveis") from error


def _body(number: int, body: str) -> Mapping[str, Any]:
    try:
        data = strict_json(body)
    except (ValueError, RecursionError) as error:
        raise Broken(number, "o texto do registro não é JSON válido") from error
    if not isinstance(data, dict) or set(data) != FIELDS or type(data["n"]) is not int:
        raise Broken(number, "o registro não tem os campos de um andamento")
    if canonical(data) != body:
        raise Broken(number, "o registro não está na forma canônica")
    return data


def _check_beginning(data: Mapping[str, Any]) -> None:
    if data["kind"] != "process_started" or not isinstance(data["arguments"], dict):
        raise Broken(1, "a cadeia não começa pela autuação do processo")


def _check_process_number(export: Mapping[str, Any]) -> None:
    """It is the one of the beginning, or what the changes written since made of it."""
    told, where = None, 1
    for entry in export["entries"]:
        data = strict_json(entry["body"]) if "body" in entry else {"kind": ""}
        if data["kind"] == "process_started":
            told = data["arguments"].get("nup")
        elif data["kind"] == "process_number_changed":
            where = data["n"]
            if data["arguments"].get("previous") != told:
                raise Broken(where, "o número que foi alterado não era o do processo")
            told = data["arguments"].get("current")
    if told != export["nup"]:
        raise Broken(where, "o número do processo não é o da autuação, nem o de alteração registrada")


def _check_closing(export: Mapping[str, Any], head: str) -> None:
    entries: Sequence[Any] = export["entries"]
    if len(entries) != export["n"]:
        raise Broken(None, f"a exportação diz ter {export['n']} registros e tem {len(entries)}")
    if not entries:
        raise Broken(None, "não há nenhum registro")
    if head != export["head"]:
        raise Broken(None, "o hash final da exportação não é o do último registro")
    _check_process_number(export)


def canonical(data: Mapping[str, Any]) -> str:
    """The one way of writing a record."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def strict_json(text: str) -> Any:
    """JSON without repeated names, fractions or NaN: each would let one text be read in two ways."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise ValueError("repeated name")
        return found

    def refuse(_: str) -> Any:
        raise ValueError("number with a fraction")

    return json.loads(text, object_pairs_hook=once, parse_float=refuse, parse_constant=refuse)
