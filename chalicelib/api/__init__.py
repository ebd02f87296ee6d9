"""HTTP in, use case, HTTP out: one file per area."""

from chalicelib.api import document_files, documents, inbox, processes, public, session
from chalicelib.api.routes import Routes

AREAS = (session, inbox, processes, documents, document_files, public)


def every_area() -> list[Routes]:
    """The routes of every area, for ``app.py`` and for the API documentation."""
    return [area.routes for area in AREAS]
