"""A flow of the small city, and a process that follows it."""

from dataclasses import replace
from datetime import date

from chalicelib.domain.deadline import Calendar
from chalicelib.domain.flow import OTHERS, Branch, FieldChoice, Flow, Role, Step, Way
from chalicelib.domain.flow_acts import Completion, Moved, complete_step, start_flow
from chalicelib.domain.flow_run import FlowRun
from chalicelib.domain.flow_walk import Finished, Ground
from chalicelib.domain.identity import Actor
from chalicelib.domain.process import Process
from tests.domain.process_examples import CABINET_HEAD, PERSONNEL_HEAD, PROTOCOL_CLERK, after, started
from tests.fakes.city import CABINET, UNITS, WORKS

ASKED = FieldChoice("requerimento", "pressa")
TODAY = date(2026, 11, 23)
IDENTIFIERS = tuple(f"i{number}" for number in range(9))


def work(identifier: str, to: str | None = None, **changes: object) -> Step:
    """Plain work in Personnel, unless told."""
    step = Step(identifier, identifier.title(), (Way(to),), unit="semad-rh")
    return replace(step, **changes)  # type: ignore[arg-type]


FLOW = Flow(
    "pedido",
    "Pedido",
    "",
    "pedido",
    False,
    (
        work("conferir", "analisar", unit=None, role=Role.STARTER),
        Step(
            "analisar",
            "Analisar",
            (Way("decidir"),),
            branches=(
                Branch("Pessoal", (work("pessoal", "saldo", days=5, escalates=True), work("saldo"))),
                Branch("Obras", (work("obra", unit="obras", days=3),)),
            ),
        ),
        Step(
            "decidir",
            "Decidir",
            (Way("urgente", "Deferir"), Way("conferir", "Refazer"), Way(None, "Indeferir")),
            unit="gab",
            document="despacho",
        ),
        Step("urgente", "Pressa", (Way("emitir", value="sim"), Way(None, value=OTHERS)), choice=ASKED),
        work("emitir", unit=None, role=Role.SUPERIOR),
    ),
    version=3,
)
#: Protocol answers to the Cabinet, Personnel too.
TREE = {
    unit.id: replace(unit, parent="gab" if unit.id in ("semad-prot", "semad-rh") else None) for unit in UNITS
}
GROUND = Ground(TREE, Calendar(), TODAY, {"despacho": "Despacho", "requerimento": "Requerimento"})
CLERK, PERSONNEL, CABINET_OFFICE = PROTOCOL_CLERK, PERSONNEL_HEAD, CABINET_HEAD
BUILDER = replace(PERSONNEL_HEAD, unit=WORKS.short)
assert CABINET.id in TREE


def begun(flow: Flow = FLOW, ground: Ground = GROUND) -> tuple[Process, FlowRun]:
    """Started by Ana; the first step is hers."""
    change, run = start_flow(started(), CLERK, flow, ground, IDENTIFIERS, after(1))
    return change.process, run


def completed(
    state: tuple[Process, FlowRun],
    actor: Actor,
    at: str,
    way: int | None = None,
    ground: Ground = GROUND,
    first: int = 0,
) -> Moved:
    """A step done; the sendings are ``i<first>`` …"""
    process, run = state
    names = tuple(f"s{first + number}" for number in range(9))
    return complete_step(process, actor, run, at, Completion(way), ground, names, after(2))


def then(moved: Moved) -> tuple[Process, FlowRun]:
    """What is there after an act."""
    return moved[0].process, moved[1]


def parallel() -> tuple[Process, FlowRun]:
    """Ana's part is done: Personnel and Works have theirs."""
    return then(completed(begun(), CLERK, "1"))


def joined() -> tuple[Process, FlowRun]:
    """Both branches are done: the Cabinet decides."""
    state = then(completed(parallel(), PERSONNEL, "2.0.1", first=10))
    state = then(completed(state, PERSONNEL, "2.0.2", first=20))
    return then(completed(state, BUILDER, "2.1.1", first=30))


def with_documents(*types: str, **answers: str | None) -> Ground:
    """Finished documents of these types; ``pressa`` what the form says."""
    found = tuple(Finished(f"d{n}", kind, f"000{n}") for n, kind in enumerate(types, start=1))
    return replace(GROUND, finished=found, answers={ASKED: answers.get("pressa")})
