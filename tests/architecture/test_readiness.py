"""Getting ready to listen loads little, whatever the product grows to (issue 2, "import ≤ 1.4× of the bare imports").

What is loaded is counted, not timed: a count does not depend on who else uses the machine. ``make bench`` times it.
"""

import json
import subprocess
import sys
from functools import cache

import pytest

from chalicelib.api import openapi
from chalicelib.api.areas import every_area
from chalicelib.api.places import PLACES
from tests.architecture.inventory import ROOT

LOADED = "import json, sys, app; print(json.dumps(sorted(sys.modules)))"
#: What no request of the API may load, before or after it is ready (architecture §7).
HEAVY = ("typst", "pikepdf", "pyhanko", "pypdfium2", "tesserocr", "tantivy", "lxml", "PIL", "boto3", "cryptography")


@cache
def loaded() -> frozenset[str]:
    """Modules of a fresh interpreter that has just imported the application."""
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True)
    return frozenset(json.loads(done.stdout))


def test_no_area_is_loaded_before_it_is_asked_for():
    areas = {f"chalicelib.api.{area}" for _, _, area in PLACES}
    assert areas & loaded() == set()


def test_no_adapter_is_loaded_before_the_first_request_but_its_libraries_are():
    assert {name for name in loaded() if name.startswith("chalicelib.adapters.")} == set()
    assert {"pynamodb.models", "botocore.session", "pydantic.main"} <= loaded()


def test_few_of_our_modules_are_needed_to_listen():
    ours = {name for name in loaded() if name.startswith("chalicelib")}
    assert "chalicelib.api.doors" in ours
    assert len(ours) < 60, sorted(ours)


@pytest.mark.parametrize("library", HEAVY)
def test_nothing_heavy_is_loaded(library: str):
    assert library not in loaded()


def test_nothing_heavy_is_loaded_by_any_area_either():
    program = "import json, sys, app, chalicelib.api.areas as a; a.every_area(); print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(HEAVY) & set(json.loads(done.stdout)) == set()


def test_every_address_is_known_with_the_area_that_declares_it():
    declared = {(one.method, one.path, routes.tag) for routes in every_area() for one in routes.declared}
    assert set(PLACES) == declared


def test_written_documentation_is_of_the_present_routes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "argv", ["openapi", "--check"])
    assert openapi.main() == 0


def test_every_area_has_a_portuguese_title_in_the_documentation():
    assert {routes.tag for routes in every_area() if routes.declared} - set(openapi.TAGS) == set()


def test_area_is_called_as_its_file():
    names = {f"{routes.tag}.py" for routes in every_area()}
    assert names <= {path.name for path in (ROOT / "chalicelib" / "api").glob("*.py")}
