"""HTTP in, use case, HTTP out: one file per area."""

from chalicelib.api import inbox, processes, session
from chalicelib.api.routes import Routes

AREAS = (session, inbox, processes)


def every_area() -> list[Routes]:
    """The routes of every area, for ``app.py`` and for the API documentation."""
    return [area.routes for area in AREAS]
