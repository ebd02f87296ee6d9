"""The Merkle tree of RFC 6962: its root, why a leaf is in it, and why a larger tree continues a smaller one.

Nothing here holds the leaves: a ``Node`` tells the hash of the perfect subtree of a height at a place, and every answer
asks for about as many of them as the tree is high.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256

#: (height, index) -> hash of the subtree over leaves ``[index << height, (index + 1) << height)``.
Node = Callable[[int, int], bytes]
EMPTY = sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def root(node: Node, size: int) -> bytes:
    """The hash of the first ``size`` leaves."""
    return _span(node, 0, size) if size else EMPTY


def inclusion_proof(node: Node, index: int, size: int) -> list[bytes]:
    """What leads from a leaf to the root, the nearest first. Raises ValueError for a leaf that is not there."""
    if not 0 <= index < size:
        raise ValueError(index)
    path, start, end = [], 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(_span(node, middle, end))
            end = middle
        else:
            path.append(_span(node, start, middle))
            start = middle
    return path[::-1]


def consistency_proof(node: Node, old: int, new: int) -> list[bytes]:
    """What shows that the first ``old`` leaves of ``new`` are those there were. Raises ValueError."""
    if not 0 < old <= new:
        raise ValueError(old)
    return _continued(node, old, 0, new, whole=True)


def perfect_root(hashes: Sequence[bytes]) -> bytes:
    """The root over as many hashes as a power of two."""
    row = list(hashes)
    while len(row) > 1:
        row = [node_hash(*row[at : at + 2]) for at in range(0, len(row), 2)]
    return row[0]


def _continued(node: Node, old: int, start: int, end: int, whole: bool) -> list[bytes]:
    if old == end - start:
        return [] if whole else [_span(node, start, end)]
    middle = start + _split(end - start)
    if old <= middle - start:
        return [*_continued(node, old, start, middle, whole), _span(node, middle, end)]
    return [*_continued(node, old - (middle - start), middle, end, whole=False), _span(node, start, middle)]


def _span(node: Node, start: int, end: int) -> bytes:
    """The hash of a range that begins where a subtree of its size may begin."""
    width = end - start
    if width & (width - 1) == 0:
        return node(width.bit_length() - 1, start // width)
    middle = start + _split(width)
    return node_hash(_span(node, start, middle), _span(node, middle, end))


def _split(width: int) -> int:
    """The largest power of two below ``width``."""
    return 1 << (width - 1).bit_length() - 1
