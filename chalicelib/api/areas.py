"""Every area of the API, which is every module here that declares routes. The documentation and the tests read it; no
request does.
"""

import pkgutil
from importlib import import_module

import chalicelib.api

from .routes import Routes


def every_area() -> list[Routes]:
    """The routes of every area, by the area's name."""
    modules = [import_module(f"chalicelib.api.{each.name}") for each in pkgutil.iter_modules(chalicelib.api.__path__)]
    found = [getattr(module, "routes", None) for module in modules]
    return [routes for routes in found if isinstance(routes, Routes)]
