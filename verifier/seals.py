"""The sealed records of an exported process's signatures: each one against its key and against the chain.

Needs the ``cryptography`` package, and nothing else but Python. What this proves is in ``docs/verifier.md``.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from .chain import Broken, canonical, strict_json

FORMAT = "iperoig-signature-1"
#: The kinds of entry that carry a sealed record, and what the record says it is of.
ACTS = {"document_signed": None, "document_authenticated": "authentication"}
APART = timedelta(minutes=5)
#: Signed by a key that is not here: dated when it was asked for, and waited for this long.
ELSEWHERE, WAITED = ("certificate",), timedelta(hours=1)


def check_seals(export: Mapping[str, Any], trusted: Mapping[str, bytes] | None = None) -> int:
    """Check every signature that the chain says was sealed; -> how many. The chain itself was checked before.

    ``trusted``: kid -> public key (DER) known by other means; without it, the keys of the file. Raises Broken.
    """
    keys = _own_keys(export) if trusted is None else trusted
    seals = _by_digest(export.get("seals", []))
    checked = 0
    for entry in export["entries"]:
        if "body" not in entry:  # erased: what it says is no longer told
            continue
        data = json.loads(entry["body"])
        digest = data["arguments"].get("record") if data["kind"] in ACTS else None
        if not digest:
            continue
        if digest not in seals:
            raise Broken(data["n"], "falta o registro selado desta assinatura")
        _check(data, seals.pop(digest), keys)
        checked += 1
    if seals:
        raise Broken(None, "há um registro selado de assinatura que a cadeia não conhece")
    return checked


def _check(entry: Mapping[str, Any], seal: Mapping[str, Any], keys: Mapping[str, bytes]) -> None:
    number = entry["n"]
    record = _record(number, seal["record"])
    if record["kid"] != seal["kid"] or seal["kid"] not in keys:
        raise Broken(number, "a chave que selou esta assinatura não está entre as chaves públicas")
    if not signed(keys[seal["kid"]], preimage(seal["record"]), seal["seal"]):
        raise Broken(number, "o selo desta assinatura não confere com a chave pública")
    told = entry["arguments"]
    same = {
        "act": ACTS[entry["kind"]],
        "process": entry["process"],
        "previous": entry["previous"],
        "document": told["document"],
        "content_sha256": told["digest"],
        "role_title": told["role_title"],
        "unit": entry["unit"],
    }
    for field, value in same.items():
        if record.get(field) != value:
            raise Broken(number, f"o registro selado e o andamento não dizem o mesmo em “{field}”")
    if not _about_the_same(record, entry["at"]):
        raise Broken(number, "a hora do registro selado não é a do andamento")
    if not isinstance(record.get("signer"), dict) or record["signer"] != entry["user"]:
        raise Broken(number, "quem assinou não é quem praticou o ato no histórico")


def _about_the_same(record: Mapping[str, Any], told: str) -> bool:
    """The act is dated when it is asked, its entry when it is written: moments apart, or while a key was waited for."""
    try:
        apart = datetime.fromisoformat(told) - datetime.fromisoformat(record["at"])
    except (KeyError, TypeError, ValueError):
        return False
    return abs(apart) <= (APART + WAITED if record.get("method") in ELSEWHERE else APART)


def _record(number: int, text: str) -> Mapping[str, Any]:
    try:
        data = strict_json(text)
    except (ValueError, RecursionError) as error:
        raise Broken(number, "o registro selado não é JSON válido") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT or canonical(data) != text:
        raise Broken(number, "o registro selado não está na forma canônica")
    return data


def _by_digest(seals: Any) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for seal in seals if isinstance(seals, Sequence) and not isinstance(seals, str) else ():
        if not isinstance(seal, dict) or not all(
            isinstance(seal.get(k), str) for k in ("record", "seal", "kid")
        ):
            raise Broken(None, "há um registro selado sem texto, selo ou chave")
        # What is no text has a digest that no entry knows, and is missed where it belongs.
        found[hashlib.sha256(seal["record"].encode("utf-8", "surrogatepass")).hexdigest()] = seal
    return found


def _own_keys(export: Mapping[str, Any]) -> dict[str, bytes]:
    return read_keys(export.get("keys", []))


def read_keys(keys: Any) -> dict[str, bytes]:
    """kid -> DER of a published list. A key whose name is not its own digest is refused. Raises Broken."""
    found = {}
    for key in keys if isinstance(keys, list) else ():
        try:
            der = base64.b64decode(key["spki"], validate=True)
            named = key["kid"] == hashlib.sha256(der).hexdigest()[:32]
            named = named and base64.b64encode(der).decode() == key["spki"]
        except (KeyError, TypeError, ValueError, binascii.Error) as error:
            raise Broken(None, "a lista de chaves públicas não pode ser lida") from error
        if not named:
            raise Broken(None, "uma chave pública não é a que o nome dela diz")
        found[key["kid"]] = der
    return found


def preimage(record: str) -> bytes:
    """What the key signed."""
    return f"{FORMAT}:{hashlib.sha256(record.encode()).hexdigest()}".encode()


def signed(key: bytes, message: bytes, seal: str) -> bool:
    """Whether ``seal`` (ECDSA P-256 over SHA-256, DER in Base64) is of this key over this message."""
    try:
        value = base64.b64decode(seal, validate=True)
    except (ValueError, binascii.Error):
        return False
    return base64.b64encode(value).decode() == seal and verified(key, message, value)


def verified(key: bytes, message: bytes, value: bytes) -> bool:
    """The same of the seal's own bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    try:
        public = load_der_public_key(key)
        if not isinstance(public, ec.EllipticCurvePublicKey):
            return False
        public.verify(value, message, ec.ECDSA(SHA256()))
    except (InvalidSignature, ValueError):
        return False
    return True
