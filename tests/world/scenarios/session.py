"""Logging in and moving between units (ACC-01, ACC-04)."""

from chalicelib.domain.login import network
from tests.world.installed import PASSWORD
from tests.world.world import NOBODY, Ask, World

from .registry import reads


def forgive(world: World, login: str) -> None:
    """Tries that died on the way stay counted, and all tests come from one network."""
    names = [f"account.{login}", f"network.{network('127.0.0.1')}"]
    world.installed.place.identity.forgive(world.tenant, names)


@reads("session.open.open_session", "ACC-01")
def log_in(world: World) -> Ask:
    forgive(world, "ana.lima")
    return Ask(NOBODY, "POST", "/sessions", {"login": "ana.lima", "password": PASSWORD})


@reads("session.change_unit.change_unit", "ACC-04")
def change_unit(world: World) -> Ask:
    helena = world.session("helena.prado", "gab")
    return Ask(helena, "PUT", "/me/unit", {"unit": "gab-cer"})


@reads("session.close.close_session", "ACC-01")
def log_out(world: World) -> Ask:
    return Ask(world.session("helena.prado", "gab"), "DELETE", "/sessions/current")


@reads("session.accesses.list_accesses", "ACC-01")
def list_accesses(world: World) -> Ask:
    return Ask(world.ana, "GET", "/me/accesses")


@reads("session.read_draft_key.read_draft_key", "DOC-03")
def read_draft_key(world: World) -> Ask:
    return Ask(world.ana, "GET", "/me/draft-key")
