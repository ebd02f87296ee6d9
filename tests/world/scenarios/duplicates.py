"""A process duplicated: asked for, each of its items, and the end."""

from dataclasses import replace
from typing import Any

from chalicelib.application.duplicating.copy_item import copy_item
from chalicelib.application.duplicating.finish import finish_duplicate
from chalicelib.application.jobs.acting import acting_in
from chalicelib.application.jobs.kinds import Task
from chalicelib.application.references import JobKey
from chalicelib.application.transaction import Operation
from tests.world.builders import filed, signed, started
from tests.world.wire import untapped
from tests.world.world import Ask, Person, World

from .registry import writes
from .ties import relating


def duplicating(who: Person, process: str, **form: Any) -> Ask:
    """The dialog Duplicar processo."""
    return Ask(who, "POST", f"/processes/{process}/duplicates", form, process)


def full(world: World) -> str:
    """A process of Ana's with a signed letter and a file."""
    process, _ = signed(world)
    filed(world, process)
    return process


def item(world: World, made: dict[str, Any], position: int) -> Ask:
    """What a worker does with one item of the job, as it would again after dying."""
    with untapped():
        ports = world.installed.place.ports(world.tenant)
        (job,) = ports.reader.get(JobKey(world.ana.login, made["job"]))
        reference = [each for batch in ports.jobs.batches(job) for each in batch.items][position].reference
        actor = acting_in(ports, job)
    operation = Operation(world.ana.login, f"job-{job.id}-{position}", "d")

    def act() -> Any:
        ports = world.installed.place.ports(world.tenant)
        return copy_item(ports, actor, operation, reference, job).state.value

    return Ask(world.ana, "EVENT", "item of a duplication", process=made["id"], act=act)


def ending(world: World, made: dict[str, Any]) -> Ask:
    """What a worker does after the last item."""
    with untapped():
        ports = world.installed.place.ports(world.tenant)
        (job,) = ports.reader.get(JobKey(world.ana.login, made["job"]))
        task = Task(ports, acting_in(ports, job), job, lambda done, total: None)

    def act() -> Any:
        return bool(finish_duplicate(replace(task, ports=world.installed.place.ports(world.tenant)), ()))

    return Ask(world.ana, "EVENT", "end of a duplication", process=made["id"], act=act)


@writes("duplicating.duplicate.duplicate_process", "PRO-12", elsewhere=3)
def duplicate_process(world: World) -> Ask:
    return duplicating(world.ana, full(world))


@writes("duplicating.copy_item.copy_item", "PRO-12", entries=1)
def copy_signed_letter(world: World) -> Ask:
    return item(world, world.done(duplicating(world.ana, full(world))), 0)


@writes("duplicating.copy_item.copy_item", "PRO-12", entries=1)
def copy_received_file(world: World) -> Ask:
    return item(world, world.done(duplicating(world.ana, full(world))), 1)


@writes("duplicating.copy_item.copy_item", "PRO-12", entries=1, elsewhere=1)
def relate_duplicate(world: World) -> Ask:
    process = full(world)
    world.done(relating(world, process, started(world)))
    return item(world, world.done(duplicating(world.ana, process, keep_relations=True)), 2)


@writes("duplicating.finish.finish_duplicate", "PRO-12", entries=1)
def finish_duplication(world: World) -> Ask:
    return ending(world, world.done(duplicating(world.ana, full(world))))
