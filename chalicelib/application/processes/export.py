"""The chained history of a process as one JSON value, with its proof in the public ledger, for the offline verifier
(architecture §1.10).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ledger.prove import prove_records
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.errors import Refused
from chalicelib.domain.history import DocumentAuthenticated, DocumentSigned, Entry, RecordErased
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process

FORMAT = "iperoig-chain-2"
#: The facts that carry the SHA-256 of a sealed record.
SEALED = (DocumentSigned, DocumentAuthenticated)
# A reply of the function holds six megabytes, and text grows when it is quoted inside JSON.
MAXIMUM_BYTES = 4 * 1024 * 1024


def export_process(ports: Ports, actor: Actor, process_id: str) -> Mapping[str, Any]:
    """Every entry with the exact text that was hashed. Raises NotFound, Forbidden, Refused ``export_too_large``.

    Entries written after the process was read are left out, so that ``n`` and ``head`` close the chain.
    """
    (found,) = ports.reader.get(ProcessKey(process_id))
    process = allow_on_process(actor, Action.PROCESS_EXPORT, found)
    export = export_chain(ports, process)
    text = sum(len(entry.get("body", "").encode()) for entry in export["entries"])
    if text + _weight(export["seals"]) + _weight_of_proof(export["ledger"]) > MAXIMUM_BYTES:
        raise Refused("export_too_large", "O histórico é grande demais para ser exportado de uma vez.")
    return export


def export_chain(ports: Ports, process: Process) -> Mapping[str, Any]:
    """The export of a process that may be exported, however large."""
    entries = [entry for entry in ports.reader.whole_history(process.id) if entry.n <= process.n]
    heard = {entry.fact.record for entry in entries if isinstance(entry.fact, SEALED)}
    seals = [seal for seal in ports.reader.seals(process.id) if seal.digest in heard] if heard - {""} else []
    return {
        "format": FORMAT,
        "tenant": process.tenant,
        "process": process.id,
        "nup": process.nup,
        "n": process.n,
        "head": process.head,
        "entries": [_told(entry) for entry in entries],
        "seals": [{"record": seal.record, "seal": seal.value, "kid": seal.kid} for seal in seals],
        "keys": [{"kid": key.kid, "spki": key.spki} for key in ports.reader.seal_keys()] if seals else [],
        "ledger": prove_records(ports.ledger, process.id, process.n),
    }


def _told(entry: Entry) -> Mapping[str, Any]:
    """The exact text; of a record whose text the law had destroyed, that it was and its hash."""
    if isinstance(entry.fact, RecordErased):
        return {"erased": True, "hash": entry.hash}
    return {"body": entry.body.decode(), "hash": entry.hash}


def _weight(seals: Sequence[Mapping[str, Any]]) -> int:
    return sum(len(seal["record"]) + 300 for seal in seals)


def _weight_of_proof(ledger: Mapping[str, Any] | None) -> int:
    return sum(200 + 48 * len(record["path"]) for record in ledger["records"]) if ledger else 0
