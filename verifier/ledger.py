"""The proof that an exported process's records are in the public ledger of its agency.

The ledger is a Merkle tree (RFC 6962) of every history entry of the agency. Its head is signed each hour and published,
so that whoever kept one holds the installation to all that came before it. A record is in the tree as it is, or under a
salt (``HMAC-SHA256``) that the export carries. What this proves is in ``docs/verifier.md``.
"""

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from .chain import Broken, strict_json
from .merkle import continues, included, leaf_hash
from .seals import read_keys
from .tree_head import Head, exact, read_head

COMMITMENT = b"iperoig-commitment-1:"
SALT = re.compile(r"(?:[0-9a-f]{64})?", re.ASCII)
FIELDS = {"head", "earlier", "consistency", "records", "keys"}
RECORD = {"n", "index", "leaf", "salt", "path"}
#: A record is in the ledger seconds after the act. One older than this at the time of the head must be in it.
LATEST = timedelta(hours=24)


@dataclass(frozen=True)
class Found:
    """``covered``: how many records, from the first on, the head holds; ``erased``: those no longer told."""

    head: Head
    earlier: Head
    covered: int
    erased: int


def check_ledger(
    export: Mapping[str, Any], trusted: Mapping[str, bytes] | None = None, known: str | None = None
) -> Found | None:
    """Check each record's proof; None for an export made before its records were in any head.

    ``trusted``: the ledger's keys known from elsewhere; without it, those of the file. ``known``: a head that somebody
    kept. The chain was checked before. Raises Broken, naming the first record whose proof fails.
    """
    ledger = export.get("ledger")
    if ledger is None:
        for number, entry in enumerate(export["entries"], start=1):
            if "body" not in entry:
                raise Broken(number, "o registro foi eliminado e não há prova de que existiu")
        return None
    _check_form(ledger)
    keys = read_keys(ledger["keys"]) if trusted is None else trusted
    head, earlier = read_head(ledger["head"], keys), read_head(ledger["earlier"], keys)
    _check_heads(export, ledger, head, earlier)
    if known is not None:
        _check_known(known, keys, head, earlier)
    previous, erased = -1, 0
    for number, told in enumerate(ledger["records"], start=1):
        previous = _check_record(export, number, told, head, previous)
        erased += "body" not in export["entries"][number - 1]
    if earlier.size <= previous:
        raise Broken(None, "o marco mais antigo não contém todos os registros que a exportação diz")
    _check_uncovered(export, len(ledger["records"]), head)
    return Found(head, earlier, len(ledger["records"]), erased)


def _check_form(ledger: Any) -> None:
    sound = isinstance(ledger, dict) and set(ledger) == FIELDS
    sound = sound and isinstance(ledger["head"], str) and isinstance(ledger["earlier"], str)
    sound = sound and _texts(ledger["consistency"]) and isinstance(ledger["records"], list)
    sound = sound and isinstance(ledger["keys"], list) and bool(ledger["records"])
    if not sound:
        raise Broken(None, "a prova do registro público não está na forma esperada")


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _check_heads(export: Mapping[str, Any], ledger: Mapping[str, Any], head: Head, earlier: Head) -> None:
    if head.origin != earlier.origin or head.origin.split("/")[1] != export["tenant"]:
        raise Broken(None, "o marco do registro público é de outro registro")
    proof = [exact(one) for one in ledger["consistency"]]
    if not continues(earlier.size, head.size, proof, earlier.root, head.root):
        raise Broken(None, "o último marco do registro público não é a continuação do anterior")
    if earlier.at > head.at:
        raise Broken(None, "os marcos do registro público estão fora de ordem")
    if {one["kid"] for one in ledger["keys"]} != {head.kid, earlier.kid}:
        raise Broken(None, "as chaves do registro público não são as dos marcos")


def _check_known(note: str, keys: Mapping[str, bytes], head: Head, earlier: Head) -> None:
    known = read_head(note, keys)
    if known.origin != head.origin:
        raise Broken(None, "o marco informado é de outro registro público")
    for one in (head, earlier):
        if one.size == known.size and one.root != known.root:
            raise Broken(
                None, "o marco informado e o da exportação dizem coisas diferentes do mesmo registro"
            )
    if known.size > head.size:
        raise Broken(
            None, f"a exportação traz um marco mais antigo ({head.told}) que o informado ({known.told})"
        )


def _check_record(export: Mapping[str, Any], number: int, told: Any, head: Head, previous: int) -> int:
    sound = isinstance(told, dict) and set(told) == RECORD and _texts(told["path"])
    sound = sound and type(told["n"]) is int and type(told["index"]) is int
    if not sound or not isinstance(told["leaf"], str) or not isinstance(told["salt"], str):
        raise Broken(number, "a prova do registro não está na forma esperada")
    if told["n"] != number or number > len(export["entries"]):
        raise Broken(number, "a prova do registro está fora do lugar")
    if told["index"] <= previous:
        raise Broken(number, "o registro está no registro público antes do anterior a ele")
    if not SALT.fullmatch(told["salt"]):
        raise Broken(number, "o sal do registro não está na forma esperada")
    entry = export["entries"][number - 1]
    try:
        leaf, path = exact(told["leaf"]), [exact(one) for one in told["path"]]
    except Broken as broken:
        raise Broken(number, broken.reason) from broken
    if "body" in entry:
        text: str = entry["body"]
        if leaf != leaf_of(text.encode(), bytes.fromhex(told["salt"])):
            raise Broken(number, "o registro não é o que está no registro público")
    elif told["salt"]:
        raise Broken(number, "o registro foi eliminado e o sal dele não")
    if not included(leaf, told["index"], head.size, path, head.root):
        raise Broken(number, "o registro não está no registro público: a prova não leva ao marco")
    return int(told["index"])


def _check_uncovered(export: Mapping[str, Any], covered: int, head: Head) -> None:
    for number, entry in enumerate(export["entries"][covered:], start=covered + 1):
        if "body" not in entry:
            raise Broken(number, "o registro foi eliminado e não há prova de que existiu")
        try:
            at = datetime.fromisoformat(strict_json(entry["body"])["at"].replace("Z", "+00:00"))
            late = head.at - at > LATEST
        except (ValueError, TypeError, AttributeError) as error:
            raise Broken(number, "a hora do registro não pode ser lida") from error
        if late:
            raise Broken(number, "o registro é anterior ao marco do registro público e não está nele")


def leaf_of(body: bytes, salt: bytes) -> bytes:
    """The leaf of a record: of its text, or of what commits to it."""
    if not salt:
        return leaf_hash(body)
    return leaf_hash(COMMITMENT + hmac.new(salt, body, hashlib.sha256).hexdigest().encode())
