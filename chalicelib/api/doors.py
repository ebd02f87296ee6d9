"""The doors of the API: each is known by its address, and what is behind it is loaded when it is first knocked at.

A container that only ever reads inboxes never loads the editor's schema. ``places`` is written from the declarations by
``make openapi``; a test keeps them in step.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from chalice.app import Chalice, Request, Response

from .places import PLACES
from .routes import Declared, Routes, serve


def open_doors(app: Chalice) -> None:
    """Tell Chalice every address."""
    for method, path, area in PLACES:
        # Any content type enters: Chalice's own refusal would have no problem schema and no headers of ours.
        register = app.route(path, methods=[method], name=f"{method} {path}", content_types=["*/*"])
        register(_door(app, method, path, area))


def _door(app: Chalice, method: str, path: str, area: str) -> Callable[..., Response]:
    def handle(**parameters: str) -> Response:
        request: Request = app.current_request  # type: ignore[assignment]  # there is one while a view runs
        return serve(_behind(area)[method, path], request, parameters)

    return handle


@cache
def _behind(area: str) -> dict[tuple[str, str], Declared]:
    """What an area declares, by method and path."""
    routes: Routes = import_module(f"chalicelib.api.{area}").routes
    return {(declared.method, declared.path): declared for declared in routes.declared}
