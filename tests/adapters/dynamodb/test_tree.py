"""A tree put in order by hand, read in pages (PRO-18)."""

from zoneinfo import ZoneInfo

import pytest

from chalicelib.adapters.dynamodb.reader import DynamoReader
from chalicelib.adapters.dynamodb.unit_of_work import UnitOfWork
from chalicelib.application.transaction import Operation
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.placed import UNMOVED, Placed, places
from tests.domain.document_examples import draft
from tests.fakes.city import ANA, START


@pytest.fixture
def begin(connection, tenant):
    made = []

    def work():
        made.append(None)
        operation = Operation(ANA.id, f"operation-{len(made)}", "d")
        begun = UnitOfWork(connection, tenant, operation, START, ZoneInfo("America/Sao_Paulo"))
        begun.load()
        return begun

    return work


@pytest.fixture
def reader(connection, tenant):
    return DynamoReader(connection, tenant)


@pytest.mark.parametrize("newest_first", [False, True], ids=["from the start", "from the end"])
def test_tree_in_another_order_is_read_whole_in_pages_and_in_that_order(begin, reader, newest_first):
    """130 documents, some placed by hand in one gap, in many, at both ends; one of them deleted since."""
    letters = [draft(id=f"{n:05d}-d{n}", order=n, number=f"{n:07d}") for n in range(1, 131)]
    for first in range(0, 130, 65):
        work = begin()
        for letter in letters[first : first + 65]:
            work.put_document(None, letter)
        work.commit({})
    gaps = [(130, 1), (60, 1), (2, 50), (90, 50), (91, 50), (7, 99), (1, 131), (64, 131)]
    placed = [Placed(letters[order - 1].id, gap) for order, gap in gaps]
    work = begin()
    work.delete_document(letters[89])
    work.commit({})
    by_hand = places(placed)
    expected = sorted(letters[:89] + letters[90:], key=lambda one: by_hand.get(one.id, (one.order, UNMOVED)))

    read, sizes, cursor = [], [], None
    while True:
        page = reader.documents("p1", cursor, newest_first, placed)
        read += [document.order for document in page.items]
        sizes.append(len(page.items))
        cursor = page.next_cursor
        if cursor is None:
            break
    wanted = [document.order for document in expected]
    assert read == (wanted[::-1] if newest_first else wanted)
    assert max(sizes) <= 100


@pytest.mark.parametrize("cursor", ["tree-1", "tree-1-2-3", "tree--1-2", "x" * 40])
def test_place_in_an_ordered_tree_that_nobody_gave_out_is_refused(reader, cursor):
    with pytest.raises(InvalidRequest):
        reader.documents("p1", cursor, False, [Placed("00001-d1", 2)])
