"""Processes already under way, made through the same requests that people send."""

from typing import Any

from .world import Ask, Person, World


def process_form(**changes: Any) -> dict[str, Any]:
    """The screen Iniciar Processo, filled in."""
    return {
        "type": "requerimento-cidadao",
        "specification": "Poda de árvore na Rua Guarani",
        "subjects": ["01.02.01"],
        "access_level": "public",
        **changes,
    }


def started(world: World, who: Person | None = None, **changes: Any) -> str:
    """A process just started, by Ana unless told; -> its id."""
    made = world.done(Ask(who or world.ana, "POST", "/processes", process_form(**changes)))
    return str(made["id"])
