"""Where each cell of a table goes, as browsers place them, for a typesetter that allows no overlap."""

from typing import Any

from chalicelib.domain.value import dataclass

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell at column ``x``, row ``y``, cut to the room that is really there."""

    node: Node
    x: int
    y: int
    colspan: int
    rowspan: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The placed cells, in reading order, and how many columns and leading header rows they make."""

    cells: tuple[PlacedCell, ...]
    columns: int
    header_rows: int


def lay_out(table: Node) -> Grid:
    """Place the cells of ``table``: spans never leave the table nor cover a cell already placed."""
    rows = table["content"]
    taken: set[tuple[int, int]] = set()
    placed: list[PlacedCell] = []
    for y, row in enumerate(rows):
        x = 0
        for cell in row["content"]:
            while (x, y) in taken:
                x += 1
            colspan = _free_columns(taken, x, y, cell["attrs"]["colspan"])
            rowspan = min(cell["attrs"]["rowspan"], len(rows) - y)
            taken |= {(x + i, y + j) for i in range(colspan) for j in range(rowspan)}
            placed.append(PlacedCell(cell, x, y, colspan, rowspan))
    columns = max((x + 1 for x, _ in taken), default=1)
    return Grid(tuple(placed), columns, _header_rows(placed, len(rows)))


def _free_columns(taken: set[tuple[int, int]], x: int, y: int, wanted: int) -> int:
    free = 1
    while free < wanted and (x + free, y) not in taken:
        free += 1
    return free


def _header_rows(placed: list[PlacedCell], rows: int) -> int:
    """Leading rows made only of header cells; a header that reaches into the body is no header row."""
    headers = 0
    for y in range(rows):
        cells = [cell for cell in placed if cell.y == y]
        if not cells or any(cell.node["type"] != "tableHeader" for cell in cells):
            break
        headers += 1
    while headers and any(cell.y < headers < cell.y + cell.rowspan for cell in placed):
        headers -= 1
    # A table of nothing but headers has nothing to head.
    return headers if headers < rows else 0
