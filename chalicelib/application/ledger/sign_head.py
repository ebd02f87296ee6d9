"""Sign how an agency's ledger stands, and publish it for good: tiles first, then the signed head.

What was signed before is never taken from the tables: the edge of the last tree comes from its published files, which
nobody can replace, and what the tables say of it must agree. A run that died is followed by one that finds the same
files and goes on.
"""

from collections.abc import Sequence
from datetime import datetime

from chalicelib.domain.merkle import root
from chalicelib.domain.tiles import Tile, edge, grow, hashes_of, nodes_of, tile_path, width_at
from chalicelib.domain.tree_head import TreeHead, origin_of, read_note

from .ports import HeadKey, LedgerBook, LedgerForked, SignedHead


def sign_head(book: LedgerBook, key: HeadKey, tenant: str, agency: str, now: datetime) -> SignedHead | None:
    """-> the head that is now the last; None for a ledger without records. Raises LedgerForked.

    A ledger that has not grown is not signed again: its last head already says all.
    """
    last, size = book.last_head(agency), book.size(agency)
    before = last.size if last else 0
    if size < before:
        raise LedgerForked(f"{agency}: {before} records were signed and {size} are left")
    if size > before:
        last = _sign(book, key, TreeHead(origin_of(tenant, agency), size, b"", now), agency, last)
    if last:
        book.show_last(agency, last.note)
    return last


def _sign(
    book: LedgerBook, key: HeadKey, wanted: TreeHead, agency: str, last: SignedHead | None
) -> SignedHead:
    before = last.size if last else 0
    unfinished = [
        Tile(level, index, hashes_of(book.file(agency, tile_path(level, index, width))))
        for level, index, width in edge(before)
    ]
    begun = next((tile.hashes for tile in unfinished if tile.level == 0), ())
    leaves = book.leaves(agency, before - len(begun), wanted.size)
    if tuple(leaves[: len(begun)]) != begun:
        raise LedgerForked(f"{agency}: records before {before} are not those that were signed")
    made = list(grow(before, unfinished, leaves[len(begun) :]))
    for tile in made:
        if book.publish(agency, tile.path, tile.data) != tile.data:
            raise LedgerForked(f"{agency}: {tile.path} was published with other records")
    node = nodes_of(_Tiles(book, agency, wanted.size, [*unfinished, *made]))
    if last and root(node, before) != read_note(last.note).root:
        raise LedgerForked(f"{agency}: the published files are not what was signed at {before}")
    head = TreeHead(wanted.origin, wanted.size, root(node, wanted.size), wanted.at)
    note = head.note(key.public, key.sign_bytes(head.text)).encode()
    kept = book.publish(agency, f"checkpoints/{head.size:012d}", note).decode()
    if read_note(kept).root != head.root:
        raise LedgerForked(f"{agency}: another head of {head.size} records was published")
    signed = SignedHead(head.size, kept, key.public)
    book.keep_head(agency, signed)
    return signed


class _Tiles:
    """The hashes of any tile of a tree: those at hand, the others from the published files."""

    def __init__(self, book: LedgerBook, agency: str, size: int, known: Sequence[Tile]) -> None:
        self._book, self._agency, self._size = book, agency, size
        self._known = {(tile.level, tile.index): tile.hashes for tile in known}

    def __call__(self, level: int, index: int) -> Sequence[bytes]:
        if (level, index) not in self._known:
            path = tile_path(level, index, width_at(level, index, self._size))
            self._known[level, index] = hashes_of(self._book.file(self._agency, path))
        return self._known[level, index]
