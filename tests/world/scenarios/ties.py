"""Processes tied, held still, acknowledged; what was just done taken back."""

from tests.world.builders import drafted, received, sent, started
from tests.world.world import Ask, Person, World

from .registry import reads, writes


def acting(who: Person, process: str, what: str, body: object = None) -> Ask:
    """An act on the process, by its name in the path."""
    return Ask(who, "POST", f"/processes/{process}/{what}", body if body is not None else {}, process)


def chief(world: World) -> Person:
    """An administrator of Ana's unit who works in it too."""
    return world.hire("davi.administrador", "semad-prot", "basic", "administrator")


def suspending(world: World, process: str, linked: str | None = None) -> Ask:
    return acting(world.ana, process, "suspension", {"reason": "Aguarda o laudo", "linked": linked})


def suspended(world: World, linked: str | None = None) -> str:
    process = started(world)
    world.done(suspending(world, process, linked))
    return process


def relating(world: World, process: str, other: str) -> Ask:
    return acting(world.ana, process, "relations", {"process": other})


def annexing(world: World, main: str, other: str) -> Ask:
    return acting(world.ana, main, "annexes", {"process": other})


def annexable(world: World) -> str:
    """A process of Ana's with a document in it."""
    return drafted(world)[0]


def annexed(world: World) -> tuple[str, str]:
    """-> (main, annexed)."""
    main, other = started(world), annexable(world)
    world.done(annexing(world, main, other))
    return main, other


@writes("processes.suspend.suspend_process", "PRO-16", entries=1)
def suspend_process(world: World) -> Ask:
    return suspending(world, started(world))


@writes("processes.suspend.suspend_process", "PRO-16", entries=1, elsewhere=1)
def suspend_until_another_is_decided(world: World) -> Ask:
    return suspending(world, started(world), sent(world))


@writes("processes.resume.resume_process", "PRO-16", entries=1, elsewhere=1)
def resume_process(world: World) -> Ask:
    return acting(world.carlos, suspended(world, started(world)), "resumption")


@writes("processes.relate.relate_processes", "PRO-13", entries=1, elsewhere=1)
def relate_processes(world: World) -> Ask:
    return relating(world, started(world), sent(world))


@writes("processes.unrelate.unrelate_processes", "PRO-13", entries=1, elsewhere=1)
def unrelate_processes(world: World) -> Ask:
    process, other = started(world), sent(world)
    world.done(relating(world, process, other))
    return acting(world.carlos, other, f"relations/{process}/removal")


@writes("processes.start.start_process", "PRO-14", entries=2, elsewhere=1)
def start_related_process(world: World) -> Ask:
    form = {
        "type": "requerimento-cidadao",
        "subjects": ["01.02.01"],
        "access_level": "public",
        "related_to": started(world),
    }
    return Ask(world.ana, "POST", "/processes", form)


@writes("processes.annex.annex_process", "PRO-17", entries=1, elsewhere=1)
def annex_process(world: World) -> Ask:
    return annexing(world, started(world), annexable(world))


@writes("processes.unannex.unannex_process", "PRO-17", entries=1, elsewhere=1)
def unannex_process(world: World) -> Ask:
    main, other = annexed(world)
    return acting(chief(world), main, f"annexes/{other}/removal", {"reason": "Anexado por engano"})


@writes("processes.lock.lock_process", "PRO-16", entries=1)
def lock_process(world: World) -> Ask:
    return acting(chief(world), started(world), "lock", {"reason": "Enviado a outro órgão"})


@writes("processes.unlock.unlock_process", "PRO-16", entries=1)
def unlock_process(world: World) -> Ask:
    process = started(world)
    world.done(acting(chief(world), process, "lock", {"reason": "Enviado a outro órgão"}))
    return acting(chief(world), process, "unlocking")


@writes("processes.acknowledge.acknowledge_process", "PRO-24", entries=1)
def acknowledge_process(world: World) -> Ask:
    return acting(world.marina, received(world), "acknowledgements")


@writes("routing.mark_unread.mark_process_unread", "TRA-16", entries=0)
def mark_unread(world: World) -> Ask:
    return acting(world.marina, received(world), "unread-mark")


@writes("routing.undo_conclusion.undo_conclusion", "TRA-04", entries=1)
def undo_conclusion(world: World) -> Ask:
    process = received(world)
    world.done(acting(world.marina, process, "conclusion"))
    return acting(world.marina, process, "conclusion/undoing")


@writes("routing.undo_sending.undo_sending", "TRA-01", entries=3)
def undo_sending(world: World) -> Ask:
    process = sent(world, "semad-rh", "gab")
    page = world.done(Ask(world.ana, "GET", f"/processes/{process}"))
    return acting(world.carlos, process, f"routings/{page['routings'][1]['id']}/undoing")


@writes("routing.undo_sending.undo_sending", "TRA-01", entries=2, name="undo_sending_back")
def undo_sending_to_who_had_it(world: World) -> Ask:
    process = received(world, keep_open=True)
    path = f"/processes/{process}/routings"
    made = world.done(Ask(world.marina, "POST", path, {"units": ["semad-prot"]}, process))
    return acting(world.marina, process, f"routings/{made['routings'][0]}/undoing")


@reads("processes.read_ties.read_ties", "PRO-13", "PRO-17", "PRO-24")
def read_ties(world: World) -> Ask:
    main, _ = annexed(world)
    world.done(relating(world, main, started(world)))
    world.done(acting(world.ana, main, "acknowledgements"))
    return Ask(world.ana, "GET", f"/processes/{main}/ties")


@reads("inbox.list_away.list_away", "PRO-16", "TRA-05")
def list_concluded(world: World) -> Ask:
    camila = world.person("camila.duarte", "semma-lic")
    process = started(world, camila)
    world.done(acting(camila, process, "conclusion"))
    return Ask(camila, "GET", "/away?list=concluded&mine=true")
