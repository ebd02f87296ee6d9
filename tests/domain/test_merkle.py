"""The tree of the public ledger is the one of RFC 6962, and its files the ones of C2SP (issue 5 §4)."""

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain import merkle, tiles
from verifier.merkle import continues, included

LEAVES = [
    bytes.fromhex(text)
    for text in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
#: The test vectors of the reference implementation of RFC 6962 (Certificate Transparency).
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = {
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
}
CONSISTENCY = {
    (1, 8): INCLUSION[0, 8],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
}


def over(leaves: list[bytes]) -> merkle.Node:
    """The nodes of a tree held whole, by the definition and not by tiles."""

    def node(height: int, index: int) -> bytes:
        if height == 0:
            return merkle.leaf_hash(leaves[index])
        return merkle.node_hash(node(height - 1, 2 * index), node(height - 1, 2 * index + 1))

    return node


def published(leaves: list[bytes], steps: list[int]) -> dict[str, bytes]:
    """The files of a ledger that was signed at each of the sizes, each written once."""
    files: dict[str, bytes] = {}
    for before, size in pairwise([0, *steps]):
        edge = [
            tiles.Tile(level, index, tiles.hashes_of(files[tiles.tile_path(level, index, width)]))
            for level, index, width in tiles.edge(before)
        ]
        for tile in tiles.grow(before, edge, [merkle.leaf_hash(leaf) for leaf in leaves[before:size]]):
            assert files.setdefault(tile.path, tile.data) == tile.data
    return files


def from_files(files: dict[str, bytes], size: int) -> merkle.Node:
    def tile(level: int, index: int) -> tuple[bytes, ...]:
        return tiles.hashes_of(files[tiles.tile_path(level, index, tiles.width_at(level, index, size))])

    return tiles.nodes_of(tile)


def test_roots_are_those_of_the_vectors():
    assert merkle.root(over([]), 0).hex() == hashlib.sha256(b"").hexdigest()
    assert [merkle.root(over(LEAVES), size).hex() for size in range(1, 9)] == ROOTS


@pytest.mark.parametrize(("asked", "path"), INCLUSION.items(), ids=str)
def test_inclusion_proofs_are_those_of_the_vectors(asked, path):
    index, size = asked
    assert [one.hex() for one in merkle.inclusion_proof(over(LEAVES), index, size)] == path


@pytest.mark.parametrize(("asked", "path"), CONSISTENCY.items(), ids=str)
def test_consistency_proofs_are_those_of_the_vectors(asked, path):
    assert [one.hex() for one in merkle.consistency_proof(over(LEAVES), *asked)] == path


def test_every_proof_of_every_tree_up_to_64_leaves_is_believed_and_no_other_root_is():
    leaves = [b"%d" % n for n in range(64)]
    node = over(leaves)
    roots = [merkle.root(node, size) for size in range(65)]
    for size in range(1, 65):
        for index in range(size):
            path = merkle.inclusion_proof(node, index, size)
            leaf = merkle.leaf_hash(leaves[index])
            assert included(leaf, index, size, path, roots[size])
            assert not included(leaf, index, size, path, roots[size - 1])
            assert not included(merkle.leaf_hash(b"other"), index, size, path, roots[size])
            assert not included(leaf, (index + 1) % size, size, path, roots[size]) or size == 1
        for old in range(1, size + 1):
            path = merkle.consistency_proof(node, old, size)
            assert continues(old, size, path, roots[old], roots[size])
            assert not continues(old, size, path, roots[old - 1], roots[size])
            assert not continues(old, size, [*path, roots[0]], roots[old], roots[size])


@pytest.mark.parametrize("asked", [(-1, 3), (3, 3), (0, 0)])
def test_leaf_that_is_not_there_has_no_proof(asked):
    with pytest.raises(ValueError, match=r"-?\d"):
        merkle.inclusion_proof(over(LEAVES), *asked)


@pytest.mark.parametrize("asked", [(0, 3), (4, 3)])
def test_tree_that_is_no_continuation_has_no_proof(asked):
    with pytest.raises(ValueError, match=r"\d"):
        merkle.consistency_proof(over(LEAVES), *asked)


def test_files_are_named_as_the_specification_says():
    assert tiles.tile_path(0, 0, 5) == "tile/0/000.p/5"
    assert tiles.tile_path(1, 7) == "tile/1/007"
    assert tiles.tile_path(0, 1234067) == "tile/0/x001/x234/067"


@given(st.lists(st.integers(1, 700), min_size=1, max_size=6, unique=True).map(sorted))
def test_tree_out_of_its_files_is_the_tree_at_every_size_that_was_signed(steps):
    leaves = [b"%d" % n for n in range(steps[-1])]
    files, whole = published(leaves, steps), over(leaves)
    for size in steps:
        node = from_files(files, size)
        assert merkle.root(node, size) == merkle.root(whole, size)
        assert merkle.inclusion_proof(node, size // 2, size) == merkle.inclusion_proof(whole, size // 2, size)
    assert merkle.consistency_proof(from_files(files, steps[-1]), steps[0], steps[-1]) == (
        merkle.consistency_proof(whole, steps[0], steps[-1])
    )


def test_files_reach_the_third_level():
    """65,536 leaves and one more: a full tile of level 1, and one of level 2 with a single hash."""
    size = 65_537
    hashes = [hashlib.sha256(b"%d" % n).digest() for n in range(size)]
    made = {tile.path: tile.data for tile in tiles.grow(0, [], hashes)}
    assert {path for path in made if path.startswith(("tile/1", "tile/2"))} == {"tile/1/000", "tile/2/000.p/1"}
    node = from_files(made, size)
    path = merkle.inclusion_proof(node, 65_536, size)
    assert path == [node(16, 0)]
    assert included(hashes[40_000], 40_000, size, merkle.inclusion_proof(node, 40_000, size), merkle.root(node, size))
