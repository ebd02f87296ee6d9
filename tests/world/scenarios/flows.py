"""Processes that follow a flow, and the flows themselves (issue 4 §7)."""

import uuid
from datetime import timedelta

from chalicelib.application.conducting import mark_step_overdue as overdue
from chalicelib.application.conducting.flow_plan import StepOccasion, due_moment, moments
from chalicelib.application.conducting.ports import Notice
from chalicelib.application.conducting.write_letter import write_letter
from chalicelib.application.references import FlowRunKey
from tests.world.builders import process_form, started
from tests.world.following import (
    TEXT,
    asking,
    chief,
    completing,
    followed,
    publish,
    published_apart,
    side_by_side,
    starting,
    to_be_answered,
    withdrawing,
)
from tests.world.world import Ask, World

from .registry import reads, writes

REASON = {"reason": "Já consta dos autos"}


@writes("flows.start.start_flow", "issue 4 §7", entries=1)
def start_flow(world: World) -> Ask:
    publish(world)
    return starting(world, started(world))


@writes("processes.start.start_process", "issue 4 §7", "PRO-02", entries=2)
def start_process_with_flow(world: World) -> Ask:
    publish(world)
    return Ask(world.ana, "POST", "/processes", process_form(flow="atendimento"))


@writes("flows.complete.complete_step", "issue 4 §7", entries=4)
def complete_step(world: World) -> Ask:
    return completing(world.ana, followed(world), "1")


@writes("flows.complete.complete_step", "issue 4 §7", entries=4, name="complete_last_branch")
def complete_last_branch(world: World) -> Ask:
    process = side_by_side(world)
    world.done(completing(world.person("helena.prado", "gab"), process, "2.1.1"))
    return completing(world.marina, process, "2.0.1")


@writes("flows.complete.complete_step", "issue 4 §7", entries=2, name="decide_with_document")
def decide_with_document(world: World) -> Ask:
    return completing(world.ana, to_be_answered(world), "3", 0)


@writes("flows.skip.skip_step", "issue 4 §7", entries=1)
def skip_step(world: World) -> Ask:
    return asking(world.ana, followed(world, "balcao"), "steps/1/skipping", REASON)


@writes("flows.pause.pause_flow", "issue 4 §7", entries=1)
def pause_flow(world: World) -> Ask:
    return asking(world.ana, followed(world), "pause", REASON)


@writes("flows.resume.resume_flow", "issue 4 §7", entries=1)
def resume_flow(world: World) -> Ask:
    process = followed(world, "balcao")
    world.done(asking(world.ana, process, "pause", REASON))
    return asking(world.ana, process, "resumption")


@writes("flows.cancel.cancel_flow", "issue 4 §7", entries=1)
def cancel_flow(world: World) -> Ask:
    return asking(world.ana, followed(world), "cancellation", REASON)


@writes("flows.start.start_flow", "issue 4 §7", entries=1, name="start_another_flow")
def start_another_flow(world: World) -> Ask:
    process = followed(world)
    world.done(asking(world.ana, process, "cancellation", REASON))
    return starting(world, process, "balcao")


@writes("flows.publish.publish_flow", "issue 4 §7", entries=0)
def publish_flow(world: World) -> Ask:
    publish(world)
    code, mark = "ensaio", uuid.uuid4().hex
    text = TEXT.replace("fluxo: atendimento", f"fluxo: {code}").replace(
        "tipo_de_processo: requerimento-cidadao", "tipo_de_processo: oficio-recebido"
    )
    publish(world, f"# {mark}\n{text}")
    return Ask(chief(world), "POST", "/flows", {"text": f"# {mark} bis\n{text}"})


@writes("flows.withdraw.withdraw_flow", "issue 4 §7", entries=0)
def withdraw_flow(world: World) -> Ask:
    return withdrawing(world, published_apart(world))


@writes("conducting.mark_step_overdue.mark_step_overdue", "issue 4 §7", entries=2)
def mark_step_overdue(world: World) -> Ask:
    process = side_by_side(world)
    ports = world.installed.place.ports(world.tenant)
    (run,) = ports.reader.get(FlowRunKey(process))
    moment = due_moment(run, run.find("2.0.1"), ports.zone)
    assert moment is not None
    until = moment[0].strftime("%Y-%m-%dT%H:%M:%SZ")

    def when_due() -> bool:
        with world.clock.moved(moment[0] - world.clock() + timedelta(minutes=1)):
            now = world.installed.place.ports(world.tenant)
            return overdue.mark_step_overdue(now, process, run.id, "2.0.1", until)

    return Ask(world.ana, "EVENT", "step overdue", process=process, act=when_due)


@writes("conducting.write_letter.write_letter", "issue 4 §8", entries=0)
def write_reminder_of_a_step(world: World) -> Ask:
    """The Cabinet's step is about to be due."""
    process = side_by_side(world)
    ports = world.installed.place.ports(world.tenant)
    (run,) = ports.reader.get(FlowRunKey(process))
    (until, kind), _ = moments(run, run.find("2.1.1"), ports.zone)
    assert kind is StepOccasion.REMINDER
    stamp = until.strftime("%Y-%m-%dT%H:%M:%SZ")
    notice = Notice(world.tenant, process, f"{run.id}.2.1.1", kind.value, stamp)

    def when_near() -> bool:
        return write_letter(world.installed.place.ports(world.tenant), notice)

    return Ask(world.ana, "EVENT", "step about to be due", process=process, act=when_near)


@reads("flows.list_flows.list_flows", "issue 4 §7")
def list_flows(world: World) -> Ask:
    publish(world)
    return Ask(world.ana, "GET", "/flows")


@reads("flows.check.check_flow", "issue 4 §7")
def check_flow(world: World) -> Ask:
    return Ask(chief(world), "POST", "/flows/check", {"text": TEXT})


@reads("flows.read.read_progress", "issue 4 §7")
def read_progress(world: World) -> Ask:
    return Ask(world.marina, "GET", f"/processes/{side_by_side(world)}/flow")


@reads("flows.read.read_progress", "issue 4 §7", name="read_offers")
def read_offers(world: World) -> Ask:
    publish(world)
    return Ask(world.ana, "GET", f"/processes/{started(world)}/flow")
