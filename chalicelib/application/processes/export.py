"""The chained history of a process as one JSON value, for the offline verifier (architecture §1.10)."""

from collections.abc import Mapping
from typing import Any

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

FORMAT = "iperoig-chain-1"
# A reply of the function holds six megabytes, and text grows when it is quoted inside JSON.
MAXIMUM_BYTES = 4 * 1024 * 1024


def export_process(ports: Ports, actor: Actor, process_id: str) -> Mapping[str, Any]:
    """Every entry with the exact text that was hashed. Raises NotFound, Forbidden, Refused ``export_too_large``.

    Entries written after the process was read are left out, so that ``n`` and ``head`` close the chain.
    """
    (found,) = ports.reader.get(ProcessKey(process_id))
    process = allow_on_process(actor, Action.PROCESS_EXPORT, found)
    entries = [entry for entry in ports.reader.whole_history(process.id) if entry.n <= process.n]
    if sum(len(entry.body) for entry in entries) > MAXIMUM_BYTES:
        raise Refused("export_too_large", "O histórico é grande demais para ser exportado de uma vez.")
    return {
        "format": FORMAT,
        "tenant": process.tenant,
        "process": process.id,
        "nup": process.nup,
        "n": process.n,
        "head": process.head,
        "entries": [{"body": entry.body.decode(), "hash": entry.hash} for entry in entries],
    }
