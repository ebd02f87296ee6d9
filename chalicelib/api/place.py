"""The installation that requests are served from. Its parts are imported when the first request comes; the libraries
they stand on, which are most of the time, while the container gets ready (``app.py``).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.composition import Installation


def installation() -> "Installation":
    """This container's installation."""
    from chalicelib.composition import installation as chosen

    return chosen()
