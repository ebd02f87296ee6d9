"""Confidential processes already under way, and the people who may open them (SIG-01 to SIG-09)."""

from typing import Any

from .builders import process_form
from .installed import PASSWORD
from .world import Ask, Person, World

SECRET: dict[str, Any] = {
    "type": "acao-judicial",
    "specification": "Mandado de segurança em segredo de justiça",
    "subjects": ["01.04.02"],
    "access_level": "confidential",
    "legal_basis": "segredo-de-justica",
}


def opening(who: Person, process: str) -> Ask:
    """The password, typed by somebody of the demonstration city."""
    return Ask(who, "POST", f"/processes/{process}/openings", {"password": PASSWORD}, process)


def secret(world: World, who: Person | None = None, opened: bool = True) -> str:
    """A confidential process just started, by Ana unless told, and opened by her; -> its id."""
    author = who or world.ana
    made = world.done(Ask(author, "POST", "/processes", process_form(**SECRET)))
    process = str(made["id"])
    if opened:
        world.done(opening(author, process))
    return process


def granting(who: Person, process: str, whom: Person) -> Ask:
    """Conceder credencial."""
    body = {"user": whom.login, "unit": whom.unit}
    return Ask(who, "POST", f"/processes/{process}/credentials", body, process)


def granted(world: World, process: str, whom: Person, by: Person | None = None, opened: bool = True) -> None:
    """Somebody more who may open it, and did unless told."""
    world.done(granting(by or world.ana, process, whom))
    if opened:
        world.done(opening(whom, process))


def shared(world: World) -> str:
    """A confidential process that Ana started and let Marina, of another unit, open; -> its id."""
    process = secret(world)
    granted(world, process, world.marina)
    return process
