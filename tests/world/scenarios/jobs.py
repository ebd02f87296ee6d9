"""Jobs of one's own."""

from tests.world.builders import drafted, filed, started
from tests.world.jobs import assigning
from tests.world.world import Ask, World

from .registry import reads, writes


@writes("jobs.cancel.cancel_job", "PRO-23", entries=0)
def cancel_job(world: World) -> Ask:
    return Ask(world.ana, "POST", f"/jobs/{assigning(world, [started(world)])}/cancellation", {})


@writes("copies.ask.ask_copy", "PRO-23", entries=0)
def ask_copy(world: World) -> Ask:
    process, _ = drafted(world)
    filed(world, process)
    return Ask(world.ana, "POST", f"/processes/{process}/copies", {"format": "pdf"}, process)


@reads("jobs.list.list_jobs", "PRO-23")
def list_jobs(world: World) -> Ask:
    # Somebody who asks for nothing else: what a page costs must not depend on who ran before.
    camila = world.person("camila.duarte", "semma-lic")
    assigning(world, [started(world, camila)], camila)
    return Ask(camila, "GET", "/jobs")


@reads("jobs.read.read_job", "PRO-23")
def read_job(world: World) -> Ask:
    return Ask(world.ana, "GET", f"/jobs/{assigning(world, [started(world)])}")
