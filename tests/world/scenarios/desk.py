"""What a unit keeps about its processes, and how it arranges its work (TRA-08, TRA-09, TRA-11, TRA-12)."""

import uuid

from tests.world.arranging import (
    a_label,
    checkpoints,
    forget_arrangement,
    forget_views,
    labelling,
    naming,
    new_label,
)
from tests.world.builders import started
from tests.world.world import Ask, World

from .registry import reads, writes


def _labelled(world: World) -> tuple[str, str]:
    process, label = started(world), a_label(world, world.ana)
    world.done(labelling(world.ana, process, label))
    return process, label


@writes("desk.write_note.write_note", "TRA-08", entries=0)
def write_note(world: World) -> Ask:
    process = started(world)
    body = {"text": "Ligar para o requerente", "priority": True}
    return Ask(world.ana, "PUT", f"/processes/{process}/note", body, process)


@writes("desk.attach_label.attach_label", "TRA-09", entries=0)
def attach_label(world: World) -> Ask:
    _, label = _labelled(world)
    other = started(world)
    return labelling(world.ana, other, label, "Para sexta")


@writes("desk.attach_label.attach_label", "TRA-09", entries=0)
def attach_label_for_the_first_time(world: World) -> Ask:
    # In a unit of its own: the label is the only one there, and was never used.
    clara = world.hire("clara.rotulos", "gab-cer", "basic")
    process = started(world, clara)
    return labelling(clara, process, new_label(world, clara))


@writes("desk.detach_label.detach_label", "TRA-09", entries=0)
def detach_label(world: World) -> Ask:
    process, label = _labelled(world)
    return Ask(world.ana, "DELETE", f"/processes/{process}/labels/{label}", process=process)


@writes("desk.move_label.move_label", "TRA-09", entries=0)
def move_label(world: World) -> Ask:
    process, label = _labelled(world)
    other = a_label(world, world.ana, "Aguardando resposta")
    body = {"origin": label, "destination": other}
    return Ask(world.ana, "POST", f"/processes/{process}/label-moves", body, process)


@writes("desk.set_deadline.set_deadline", "TRA-11", "TRA-15", entries=0)
def set_deadline(world: World) -> Ask:
    process = started(world)
    body = {"days": 5, "business": True}
    return Ask(world.ana, "PUT", f"/processes/{process}/deadline", body, process)


@writes("desk.conclude_deadline.conclude_deadline", "TRA-11", entries=0)
def conclude_deadline(world: World) -> Ask:
    ask = set_deadline(world)
    world.done(ask)
    return Ask(world.ana, "POST", f"/processes/{ask.process}/deadline/conclusion", {}, ask.process)


@writes("desk.remove_deadline.remove_deadline", "TRA-11", entries=0)
def remove_deadline(world: World) -> Ask:
    ask = set_deadline(world)
    world.done(ask)
    return Ask(world.ana, "DELETE", f"/processes/{ask.process}/deadline", process=ask.process)


@writes("desk.undo_deadline.undo_deadline", "TRA-11", entries=0)
def undo_deadline(world: World) -> Ask:
    ask = remove_deadline(world)
    world.done(ask)
    return Ask(world.ana, "POST", f"/processes/{ask.process}/deadline/undoing", {}, ask.process)


@writes("desk.set_checkpoint.set_checkpoint", "TRA-12", entries=0)
def set_checkpoint(world: World) -> Ask:
    process, phases = started(world), checkpoints(world, world.ana.unit)
    path = f"/processes/{process}/checkpoint"
    world.done(Ask(world.ana, "PUT", path, {"checkpoint": phases[0]}, process))
    return Ask(world.ana, "PUT", path, {"checkpoint": phases[1]}, process)


@reads("desk.read_desk.read_desk", "TRA-08", "TRA-09")
def read_desk(world: World) -> Ask:
    process, _ = _labelled(world)
    return Ask(world.ana, "GET", f"/processes/{process}/desk")


@reads("arrangement.read_arrangement.read_arrangement", "TRA-09")
def read_arrangement(world: World) -> Ask:
    return Ask(world.ana, "GET", "/arrangement")


@writes("arrangement.create_label.create_label", "TRA-09", entries=0)
def create_label(world: World) -> Ask:
    # A unit of its own: how much its arrangement holds must not depend on who ran before.
    clara = world.hire("clara.rotulos", "gab-cer", "basic")
    forget_arrangement(world, clara.unit)
    return naming(clara)


@writes("arrangement.change_label.change_label", "TRA-09", entries=0)
def change_label(world: World) -> Ask:
    clara = world.hire("clara.rotulos", "gab-cer", "basic")
    label = new_label(world, clara)
    name = f"Outro {uuid.uuid4().hex[:8]}"
    return Ask(clara, "PATCH", f"/labels/{label}", {"name": name, "active": False})


@writes("arrangement.delete_label.delete_label", "TRA-09", entries=0)
def delete_label(world: World) -> Ask:
    clara = world.hire("clara.rotulos", "gab-cer", "basic")
    return Ask(clara, "DELETE", f"/labels/{new_label(world, clara)}")


@writes("arrangement.arrange_board.arrange_board", "TRA-09", entries=0)
def arrange_board(world: World) -> Ask:
    clara = world.hire("clara.rotulos", "gab-cer", "basic")
    return Ask(clara, "PUT", "/board", {"by": "labels", "columns": [new_label(world, clara)]})


@writes("arrangement.define_checkpoints.define_checkpoints", "TRA-12", entries=0)
def define_checkpoints(world: World) -> Ask:
    phases = checkpoints(world, "sms")
    administrator = world.hire("bernardo.admin", "sms", "administrator")
    names = ("Análise", "Vistoria", "Decisão")
    lines = [{"id": phase, "name": name} for phase, name in zip(phases[:3], names, strict=False)]
    # Never used: leaving out the extra one of before deletes it.
    extra = {"name": f"Fase {uuid.uuid4().hex[:8]}"}
    return Ask(administrator, "PUT", "/units/sms/checkpoints", {"checkpoints": [*lines, extra]})


def _view(world: World) -> Ask:
    name = f"Visão {uuid.uuid4().hex[:8]}"
    forget_views(world, world.ana.unit)
    return Ask(
        world.ana, "POST", "/views", {"name": name, "settings": {"aba": "todos", "agrupar": "marcador"}}
    )


@writes("views.save_view.save_view", "PRO-01", entries=0)
def save_view(world: World) -> Ask:
    return _view(world)


@writes("views.delete_view.delete_view", "PRO-01", entries=0)
def delete_view(world: World) -> Ask:
    made = world.done(_view(world))
    return Ask(world.ana, "DELETE", f"/views/{made['id']}")


@reads("views.list_views.list_views", "PRO-01")
def list_views(world: World) -> Ask:
    world.done(_view(world))
    return Ask(world.ana, "GET", "/views")


@reads("inbox.export.export_inbox", "PRO-01")
def export_inbox(world: World) -> Ask:
    # A unit that no other scenario fills, as for reading it.
    camila = world.person("camila.duarte", "semma-lic")
    started(world, camila)
    return Ask(camila, "GET", "/inbox/export?tab=all")


@reads("panel.read_panel.read_panel", "TRA-13")
def read_panel(world: World) -> Ask:
    started(world)
    return Ask(world.ana, "GET", "/panel")
