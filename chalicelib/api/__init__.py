"""HTTP in, use case, HTTP out: one file per area."""

from chalicelib.api import (
    arrangement,
    block_sharing,
    blocks,
    catalogues,
    contacts,
    desk,
    document_files,
    documents,
    editing,
    favourites,
    find,
    inbox,
    jobs,
    processes,
    public,
    routing,
    session,
    standard_texts,
    units,
    views,
)
from chalicelib.api.routes import Routes

AREAS = (
    session,
    inbox,
    desk,
    arrangement,
    views,
    processes,
    routing,
    documents,
    document_files,
    find,
    contacts,
    units,
    catalogues,
    public,
    blocks,
    block_sharing,
    standard_texts,
    favourites,
    editing,
    jobs,
)


def every_area() -> list[Routes]:
    """The routes of every area, for ``app.py`` and for the API documentation."""
    return [area.routes for area in AREAS]
