"""Processes: start and keep (PRO-02, PRO-05)."""

from tests.world.builders import process_form
from tests.world.world import Ask, World

from .registry import writes


@writes("processes.start.start_process", "PRO-02", "PRO-05", entries=1)
def start_process(world: World) -> Ask:
    return Ask(world.ana, "POST", "/processes", process_form())


@writes("processes.start.start_process", "PRO-02", "PRO-11", entries=2)
def start_process_with_remark(world: World) -> Ask:
    return Ask(world.ana, "POST", "/processes", process_form(remark="Urgente"))
