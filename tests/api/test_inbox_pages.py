"""PRO-01: however rare what is looked for, each row of the unit comes once, and one call reads a few stretches only."""

import pytest

from benchmarks.loading import fill_inbox
from chalicelib.adapters.dynamodb import stretches
from tests.world.wire import Tap, tapped
from tests.world.world import World

ROWS = 260


@pytest.fixture
def crowded(own_world: World) -> World:
    fill_inbox(own_world, ROWS)
    return own_world


def pages(world: World, query: str) -> tuple[list[str], list[int]]:
    """-> (process of each row, in order; how many queries each call made)."""
    rows, queries, cursor = [], [], ""
    while True:
        with tapped(Tap()) as tap:
            page = world.call(world.ana, "GET", f"/inbox?tab=all{query}{cursor}").json
        rows += [row["process"] for row in page["items"]]
        queries.append(sum(call.label == "dynamodb.Query" for call in tap.calls))
        if page["next_cursor"] is None:
            return rows, queries
        cursor = f"&cursor={page['next_cursor']}"


@pytest.mark.parametrize("query", ["", "&assigned=none"])
def test_every_row_comes_once_page_after_page(crowded: World, query: str):
    rows, _ = pages(crowded, query)
    assert len(rows) == len(set(rows)) == ROWS


def test_what_nobody_has_is_looked_for_in_bounded_stretches(crowded: World, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(stretches, "FIRST_STRETCH", 20)
    monkeypatch.setattr(stretches, "LONG_STRETCH", 30)
    rows, queries = pages(crowded, "&type=tipo-que-ninguem-usou")
    assert rows == []
    assert max(queries) <= stretches.SPARSE_QUERIES
    assert len(queries) > 1
