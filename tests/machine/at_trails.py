"""The acts of ``trails``, done by the use cases over tables in memory."""

from collections.abc import Callable
from typing import Any

from chalicelib.adapters.flow_text import read_text
from chalicelib.application.flows.cancel import cancel_flow
from chalicelib.application.flows.complete import complete_step
from chalicelib.application.flows.pause import pause_flow
from chalicelib.application.flows.resume import resume_flow
from chalicelib.application.flows.skip import skip_step
from chalicelib.application.flows.start import start_flow
from chalicelib.application.references import FlowKey, FlowRunKey
from chalicelib.domain.errors import DomainError
from chalicelib.domain.flow_acts import Completion
from chalicelib.domain.flow_reading import read_flow
from chalicelib.domain.flow_run import FlowRun
from chalicelib.domain.published_flow import PublishedFlow
from tests.fakes.city import ANA
from tests.world.following import TEXT

from .systems import InMemory
from .trails import STEPS, Trails

STRICT, FREE = CODES = ("rigido", "livre")
NOWHERE = "9"
REASON = "Já consta dos autos"


def text_of(code: str, kind: str, heard: tuple[str, str]) -> str:
    """``following.TEXT`` under another code, resting upon a ``despacho``."""
    text = TEXT.replace("fluxo: atendimento", f"fluxo: {code}").replace("documento: oficio", "documento: despacho")
    text = text.replace("requerimento-cidadao", kind)
    text = text.replace("unidade: semad-rh", f"unidade: {heard[0]}").replace("unidade: gab", f"unidade: {heard[1]}")
    return text.replace("tramitacao_livre: nao", f"tramitacao_livre: {'sim' if code == FREE else 'nao'}")


def place_of(run: FlowRun | None, step: str) -> str:
    """Where the step was last reached."""
    found = [one.at for one in run.steps if one.step == step] if run else []
    return found[-1] if found else NOWHERE


class AtTrails:
    """The same two processes of an ``InMemory``, in a city with both flows."""

    def __init__(self, system: InMemory, heard: tuple[str, str]) -> None:
        self.system = system
        things, outside = system.outside.memory.things, system.outside
        for code in CODES:
            text = text_of(code, "pedido", heard)
            flow = read_flow(read_text(text))
            things[FlowKey(code)] = PublishedFlow(flow, text, ANA, outside.now)

    def run(self, which: int) -> FlowRun | None:
        found = self.system.outside.memory.things.get(FlowRunKey(self.system.processes[which]))
        assert found is None or isinstance(found, FlowRun)
        return found

    def do(self, act: str, which: int, unit: str, value: int) -> bool:
        outside, actor = self.system.outside, self.system.actors[unit]
        outside.later(minutes=1)
        case, details = self._case(act, which, value)
        try:
            case(outside.ports, actor, outside.operation(actor.user.id), self.system.processes[which], *details)
        except DomainError:
            return False
        return True

    def _case(self, act: str, which: int, value: int) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        step, way = STEPS[value % 4], value // 4 % 2
        place = place_of(self.run(which), step)
        completion = Completion(way if step == STEPS[-1] else None, REASON)
        cases: dict[str, tuple[Callable[..., Any], tuple[Any, ...]]] = {
            "start": (start_flow, (CODES[value % 3 != 0],)),
            "complete": (complete_step, (place, completion)),
            "skip": (skip_step, (place, completion)),
            "pause": (pause_flow, (REASON,)),
            "resume": (resume_flow, ()),
            "cancel": (cancel_flow, (REASON,)),
        }
        return cases[act]


def compare(real: AtTrails, trails: Trails) -> None:
    """The run stands as the model has it, and so does the mark that the process itself keeps."""
    for which in (0, 1):
        run, trail = real.run(which), trails.now.get(which)
        assert (run is None) == (trail is None)
        if run is None or trail is None:
            continue
        todo = {one.step: one.unit.id for one in run.open_steps if one.unit}
        assert (run.state.value, todo) == (trail.state, trail.todo)
        mark = real.system.outside.memory.process(run.process).flow
        assert mark is not None
        assert (mark.state, mark.units) == (run.state, frozenset(trail.todo.values()))
        assert len({one.document for one in run.steps if one.document}) == len(trail.used)
