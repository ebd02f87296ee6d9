"""DOC-03: cells are placed as browsers place them, so the PDF shows the table that the writer saw."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.adapters.rendering.table_grid import lay_out


def _table(*rows):
    return {
        "content": [
            {
                "content": [
                    {"type": kind, "attrs": {"colspan": columns, "rowspan": tall}, "content": []}
                    for kind, columns, tall in row
                ]
            }
            for row in rows
        ]
    }


def test_a_cell_that_spans_rows_pushes_the_next_row_aside():
    grid = lay_out(_table([("tableCell", 1, 2), ("tableCell", 1, 1)], [("tableCell", 1, 1)]))
    assert [(cell.x, cell.y) for cell in grid.cells] == [(0, 0), (1, 0), (1, 1)]
    assert grid.columns == 2


def test_leading_rows_of_headers_are_the_header():
    header, body = [("tableHeader", 1, 1)] * 2, [("tableCell", 1, 1)] * 2
    assert lay_out(_table(header, header, body)).header_rows == 2
    assert lay_out(_table(body, header)).header_rows == 0


def test_a_header_that_reaches_into_the_body_is_no_repeating_header():
    grid = lay_out(_table([("tableHeader", 1, 2), ("tableHeader", 1, 1)], [("tableCell", 1, 1)]))
    assert grid.header_rows == 0


rows = st.lists(
    st.lists(
        st.tuples(st.sampled_from(["tableCell", "tableHeader"]), st.integers(1, 5), st.integers(1, 5)),
        max_size=4,
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=200, deadline=None)
@given(rows)
def test_no_two_cells_cover_the_same_place_and_none_is_lost(drawn):
    grid = lay_out(_table(*drawn))
    covered = [
        (cell.x + i, cell.y + j)
        for cell in grid.cells
        for i in range(cell.colspan)
        for j in range(cell.rowspan)
    ]
    assert len(covered) == len(set(covered))
    assert all(x < grid.columns and y < len(drawn) for x, y in covered)
    assert len(grid.cells) == sum(map(len, drawn))
