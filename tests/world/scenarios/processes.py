"""Processes: start, keep and delete."""

from tests.world.builders import on_paper, paper_number, process_form, started
from tests.world.world import Ask, World

from .registry import writes


@writes("processes.start.start_process", "PRO-02", "PRO-05", entries=1)
def start_process(world: World) -> Ask:
    return Ask(world.ana, "POST", "/processes", process_form())


@writes("processes.start.start_process", "PRO-02", "PRO-11", entries=2)
def start_process_with_remark(world: World) -> Ask:
    people = ["adelaide-fontes-barbosa", "benedito-caicara-dos-santos"]
    return Ask(world.ana, "POST", "/processes", process_form(remark="Urgente", interested_parties=people))


@writes("processes.start.start_process", "PRO-06", entries=1)
def start_process_of_paper(world: World) -> Ask:
    return Ask(world.ana, "POST", "/processes", on_paper())


@writes("processes.change_number.change_number", "PRO-06", entries=2)
def change_number(world: World) -> Ask:
    form = on_paper()
    process = str(world.done(Ask(world.ana, "POST", "/processes", form))["id"])
    changes = {"number": paper_number(), "filed_on": "2019-03-08"}
    return Ask(world.ana, "PUT", f"/processes/{process}/number", changes, process)


@writes("processes.edit.edit_process", "PRO-07", "PRO-08", entries=3)
def restrict_process(world: World) -> Ask:
    process = started(world)
    changes = {"access_level": "restricted", "legal_basis": "informacao-pessoal", "specification": "Poda"}
    return Ask(world.ana, "PATCH", f"/processes/{process}", changes, process, {"If_Match": '"1"'})


@writes("processes.remark.write_remark", "PRO-11", entries=1)
def write_remark(world: World) -> Ask:
    process = started(world)
    return Ask(world.ana, "PUT", f"/processes/{process}/remark", {"text": "Aguardar vistoria"}, process)


@writes("processes.record_progress.record_progress", "PRO-27", entries=1)
def record_progress(world: World) -> Ask:
    process = started(world)
    return Ask(world.ana, "POST", f"/processes/{process}/progress", {"text": "Vistoria feita"}, process)


@writes("processes.delete.delete_process", "PRO-15", entries=1)
def delete_process(world: World) -> Ask:
    process = started(world)
    return Ask(world.ana, "DELETE", f"/processes/{process}", process=process)
