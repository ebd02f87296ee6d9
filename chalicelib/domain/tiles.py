"""The tree cut into files that never change (C2SP tlog-tiles): 256 hashes wide, eight levels of the tree each.

A tile of level L holds the hashes of subtrees of height 8·L. One that is not full yet has its width in its name, so
that a wider one is another file.
"""

from collections.abc import Callable, Iterator, Sequence

from chalicelib.domain.value import dataclass

from .merkle import Node, perfect_root

WIDTH = 256
HEIGHT = 8
HASH = 32


@dataclass(frozen=True, slots=True)
class Tile:
    """``hashes`` of the subtrees from ``index`` · 256 on."""

    level: int
    index: int
    hashes: tuple[bytes, ...]

    @property
    def path(self) -> str:
        return tile_path(self.level, self.index, len(self.hashes))

    @property
    def data(self) -> bytes:
        return b"".join(self.hashes)


def tile_path(level: int, index: int, width: int = WIDTH) -> str:
    """``tile/<level>/x001/x234/067``, with ``.p/<width>`` when it is not full."""
    digits = f"{index:03d}"
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    name = "/".join([f"x{group}" for group in groups[:-1]] + groups[-1:])
    return f"tile/{level}/{name}" + (f".p/{width}" if width < WIDTH else "")


def hashes_of(data: bytes) -> tuple[bytes, ...]:
    """The hashes of a tile's file. Raises ValueError."""
    if not data or len(data) % HASH:
        raise ValueError("not a tile")
    return tuple(data[at : at + HASH] for at in range(0, len(data), HASH))


def width_at(level: int, index: int, size: int) -> int:
    """How many hashes the tile has in a tree of ``size`` leaves."""
    return max(0, min(WIDTH, (size >> HEIGHT * level) - index * WIDTH))


def edge(size: int) -> list[tuple[int, int, int]]:
    """(level, index, width) of the tiles that are not full in a tree of ``size`` leaves."""
    found = []
    level = 0
    while count := size >> HEIGHT * level:
        if count % WIDTH:
            found.append((level, count // WIDTH, count % WIDTH))
        level += 1
    return found


def grow(size: int, unfinished: Sequence[Tile], leaves: Sequence[bytes]) -> Iterator[Tile]:
    """The tiles that a tree of ``size`` leaves gains by ``leaves``. ``unfinished``: those of its ``edge``."""
    begun = {tile.level: tile.hashes for tile in unfinished}
    new, level = list(leaves), 0
    while new:
        index = (size >> HEIGHT * level) // WIDTH
        row = [*begun.get(level, ()), *new]
        new = []
        for at in range(0, len(row), WIDTH):
            tile = Tile(level, index + at // WIDTH, tuple(row[at : at + WIDTH]))
            yield tile
            if len(tile.hashes) == WIDTH:
                new.append(perfect_root(tile.hashes))
        level += 1


def nodes_of(tile: Callable[[int, int], Sequence[bytes]]) -> Node:
    """The tree's nodes, out of its tiles: ``tile(level, index)`` -> its hashes."""

    def node(height: int, index: int) -> bytes:
        level, within = divmod(height, HEIGHT)
        first = index << within
        start = first % WIDTH
        return perfect_root(tile(level, first // WIDTH)[start : start + (1 << within)])

    return node
