"""Seeing what is new leaves no entry, and yet must not undo, nor be undone by, what others do (TRA-14)."""

from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, WriteConflict
from chalicelib.domain.handling import receive, record_progress
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Person, UnitName
from chalicelib.domain.presence import Signal
from chalicelib.domain.process import Change, Process, signalled
from tests.world.builders import received
from tests.world.world import World

ANA = Actor("ubatuba", Person("ana.lima", "Ana"), UnitName("semad-prot", "SEMAD/PROT"), "pmu")
MARINA = Actor("ubatuba", Person("marina.costa", "Marina"), UnitName("semad-rh", "SEMAD/RH"), "pmu")


def write(world: World, process: str, key: str, act) -> list[str]:
    """Load, change and commit twice from one reading; -> what became of each commit."""
    ports = world.installed.place.ports(world.tenant)
    works = [ports.begin(Operation("ana.lima", f"{key}-{process}-{turn}", key)) for turn in range(len(act))]
    loaded = [work.load(ProcessKey(process))[0] for work in works]
    outcomes = []
    for work, found, change in zip(works, loaded, act, strict=True):
        work.change_process(found, change(found))
        try:
            work.commit({})
            outcomes.append("done")
        except WriteConflict:
            outcomes.append("conflict")
    return outcomes


def with_news(world: World) -> str:
    process = received(world, keep_open=True)

    def tell(found: Process) -> Change:
        told = signalled(found, MARINA, Signal.DOCUMENT_SIGNED, world.clock())
        told = signalled(told, ANA, Signal.DOCUMENT_SIGNED, world.clock())
        return Change(told)

    assert write(world, process, "tell", [tell]) == ["done"]
    return process


def test_two_units_that_see_the_news_at_once_do_not_undo_each_other(world: World):
    process = with_news(world)
    see = [lambda found, actor=actor: receive(found, actor, world.clock()) for actor in (ANA, MARINA)]
    assert write(world, process, "see", see) == ["done", "conflict"]
    presences = world.check(process).presences
    assert (presences["semad-prot"].signals, bool(presences["semad-rh"].signals)) == (frozenset(), True)


def test_act_decided_before_the_news_were_seen_is_decided_again(world: World):
    process = with_news(world)
    acts = [
        lambda found: receive(found, ANA, world.clock()),
        lambda found: record_progress(found, MARINA, "Visto", world.clock()),
    ]
    assert write(world, process, "act", acts) == ["done", "conflict"]
    assert world.check(process).presences["semad-prot"].signals == frozenset()
