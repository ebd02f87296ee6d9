"""A process that follows a flow by the acts of people, beside the engine that waits for them."""

from chalicelib.application.conducting.advance_flow import advance_flow
from chalicelib.domain.flow_acts import Completion, complete_step
from tests.domain.flow_examples import BUILDER, CABINET_OFFICE, CLERK, PERSONNEL, then, with_documents
from tests.domain.process_examples import after

from .flow_world import FlowWorld

PEOPLE = (CLERK, PERSONNEL, BUILDER, CABINET_OFFICE)


class Office:
    """The process and its run by the acts of people, beside the engine."""

    def __init__(self, state):
        self.process, self.run = state
        self.world = FlowWorld(after(2), self.run)
        self.outside = self.world.outside()
        self.n = 100

    def become(self, state):
        self.process, self.run = state
        self.world.state = self.run

    def do(self, place, way=0):
        """Whoever may do the step does it."""
        self.n += 10
        step = self.run.find(place)
        ground = with_documents(*["despacho"] * 99, pressa="sim")
        names = tuple(f"s{self.n + k}" for k in range(9))
        for actor in PEOPLE:
            if actor.unit.id in step.units:
                process = self.process
                moved = complete_step(process, actor, self.run, place, Completion(way), ground, names, self.world.now)
                self.become(then(moved))
                return
        raise AssertionError(place)

    def deliver(self):
        return advance_flow(self.outside, "p1")

    def settle(self):
        self.world.settle(self.deliver)


def expected(run):
    """Where an execution should wait: at open steps, and at the branches' join never before they have ended."""
    return {step.at for step in run.open_steps} if run.live else set()
