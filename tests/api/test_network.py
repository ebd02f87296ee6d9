"""AUD-02, ACC-01: the address recorded of a login is the viewer's, and nobody can write another one."""

import dataclasses

import pytest

from tests.world.installed import PASSWORD
from tests.world.world import NOBODY, World

DIRECT = "127.0.0.1"
VIEWER = "198.51.100.7"


@pytest.fixture
def behind_the_edge(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    settings = dataclasses.replace(world.installed.place.settings, edge_secret="shown-by-the-edge")
    monkeypatch.setattr(world.installed.place, "settings", settings)
    return world


def recorded(world: World, **headers: str) -> str:
    """The address in the history of logins after one from there."""
    form = {"login": "denise.carvalho", "password": PASSWORD}
    accesses = world.installed.place.identity.accesses
    before = {access.digest for access in accesses(world.tenant, "denise.carvalho")}
    reply = world.call(NOBODY, "POST", "/sessions", form, **headers)
    assert reply.status == 201, reply.text
    (made,) = [one for one in accesses(world.tenant, "denise.carvalho") if one.digest not in before]
    return str(made.address)


def test_edge_that_shows_the_secret_is_believed(behind_the_edge: World):
    shown = {"X_Edge_Secret": "shown-by-the-edge", "X_Viewer_Address": VIEWER}
    assert recorded(behind_the_edge, **shown) == VIEWER
    shown["X_Viewer_Address"] = "2001:db8::7"
    assert recorded(behind_the_edge, **shown) == "2001:db8::7"


@pytest.mark.parametrize(
    "shown",
    [
        {"X_Viewer_Address": VIEWER},
        {"X_Viewer_Address": VIEWER, "X_Edge_Secret": "guess"},
        {"X_Viewer_Address": VIEWER, "X_Edge_Secret": ""},
        {"X_Viewer_Address": "<b>nobody</b>", "X_Edge_Secret": "shown-by-the-edge"},
        {"X_Edge_Secret": "shown-by-the-edge"},
    ],
)
def test_whoever_reaches_the_api_directly_is_recorded_as_it_is(behind_the_edge: World, shown: dict[str, str]):
    assert recorded(behind_the_edge, **shown) == DIRECT


def test_installation_without_an_edge_believes_nobody(world: World):
    assert recorded(world, X_Edge_Secret="", X_Viewer_Address=VIEWER) == DIRECT
