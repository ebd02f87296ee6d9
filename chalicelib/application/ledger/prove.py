"""What an export carries so that anybody can find its records in the public ledger, without us."""

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.domain.ledger import Place
from chalicelib.domain.merkle import Node, consistency_proof, inclusion_proof
from chalicelib.domain.sealing import key_name
from chalicelib.domain.tiles import hashes_of, nodes_of, tile_path, width_at

from .ports import LedgerView, SignedHead


def prove_records(ledger: LedgerView, process: str, n: int) -> Mapping[str, Any] | None:
    """The proof of the process's first ``n`` records that were signed; None when none was yet.

    ``earlier``: the first head that had all of them, and why the last one continues it.
    """
    places = [place for place in ledger.places(process) if place.n <= n]
    last = ledger.last_head(places[0].agency) if places else None
    if last is None:
        return None
    covered = [place for place in places if place.index < last.size]
    if not covered:
        return None
    agency = covered[0].agency
    node = _published(ledger, agency, last.size)
    earlier = ledger.first_head(agency, covered[-1].index + 1) or last
    return {
        "head": last.note,
        "earlier": earlier.note,
        "consistency": _texts(consistency_proof(node, earlier.size, last.size)),
        "records": [_record(node, place, last.size) for place in covered],
        "keys": _keys((earlier, last)),
    }


def _published(ledger: LedgerView, agency: str, size: int) -> Node:
    """The nodes of the tree of ``size`` leaves, each published file read once."""
    known: dict[tuple[int, int], Sequence[bytes]] = {}

    def tile(level: int, index: int) -> Sequence[bytes]:
        if (level, index) not in known:
            path = tile_path(level, index, width_at(level, index, size))
            known[level, index] = hashes_of(ledger.file(agency, path))
        return known[level, index]

    return nodes_of(tile)


def _record(node: Node, place: Place, size: int) -> dict[str, Any]:
    return {
        "n": place.n,
        "index": place.index,
        "leaf": base64.b64encode(place.leaf).decode(),
        "salt": place.salt.hex(),
        "path": _texts(inclusion_proof(node, place.index, size)),
    }


def _texts(hashes: Sequence[bytes]) -> list[str]:
    return [base64.b64encode(one).decode() for one in hashes]


def _keys(heads: Sequence[SignedHead]) -> list[dict[str, str]]:
    known = {key_name(head.spki): head.spki for head in heads}
    return [{"kid": kid, "spki": base64.b64encode(spki).decode()} for kid, spki in known.items()]
