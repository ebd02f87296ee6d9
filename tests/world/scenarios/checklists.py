"""What a unit has to see to in a process, and its ready-made lists (demands 1)."""

from itertools import cycle

from tests.world.arranging import TEMPLATE, checklisted, templates
from tests.world.builders import started
from tests.world.world import Ask, World

from .registry import reads, writes


@writes("checklists.extend.extend_checklist", "demands 1", entries=0)
def extend_checklist(world: World) -> Ask:
    (template, *_) = templates(world, world.ana)
    process = started(world)
    body = {"template": template, "items": ["Ligar antes"]}
    return Ask(world.ana, "POST", f"/processes/{process}/checklist", body, process)


@writes("checklists.tick.tick_item", "demands 1", entries=0)
def tick_item(world: World) -> Ask:
    process = started(world)
    item = checklisted(world, process)
    return Ask(world.ana, "PUT", f"/processes/{process}/checklist/{item}", {"done": True}, process)


@writes("checklists.drop.drop_item", "demands 1", entries=0)
def drop_item(world: World) -> Ask:
    process = started(world)
    item = checklisted(world, process)
    return Ask(world.ana, "DELETE", f"/processes/{process}/checklist/{item}", process=process)


#: Each situation in a unit of its own: what is saved in one is no longer what another one read.
UNITS = cycle(("gab-cer", "pgm-adm", "semfaz-tes", "semop-proj", "semma-lic", "smas-cras"))


@writes("checklists.define_templates.define_templates", "demands 1", entries=0)
def define_templates(world: World) -> Ask:
    unit = next(UNITS)
    lia = world.hire(f"lia.{unit}", unit, "basic")
    kept = world.done(Ask(lia, "GET", "/checklist-templates"))
    wanted = [] if kept["templates"] else [TEMPLATE]
    return Ask(lia, "PUT", "/checklist-templates", {"templates": wanted, "revision": kept["revision"]})


@reads("checklists.read_templates.read_templates", "demands 1")
def read_templates(world: World) -> Ask:
    templates(world, world.ana)
    return Ask(world.ana, "GET", "/checklist-templates")
