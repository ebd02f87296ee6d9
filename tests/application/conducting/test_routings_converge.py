"""Whatever is lost in time, repeated or reordered, executions end in step with the state (TRA-01, TRA-03; §8.4)."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.application.conducting.advance_routings import advance_routings
from chalicelib.application.conducting.mark_overdue import mark_overdue
from chalicelib.application.conducting.plan import Phase, plan
from chalicelib.application.conducting.reconcile_routings import reconcile_routings
from chalicelib.application.conducting.remind import remind
from chalicelib.domain.routing import Routing
from tests.application.conducting.world import DAY, START, ZONE, World, a_routing

ROUTINGS = ("r1", "r2", "r3")
ACTS = ("send", "send_due", "receive", "extend", "withdraw", "return", "pass_days")


class Play:
    """A world, what is under way in it, and the acts that people may do next."""

    def __init__(self) -> None:
        self.world = World()
        self.latest: dict[str, Routing] = {}
        self.number = 0
        self.facts: set[int] = set()
        self.seen_waits = 0

    def act(self, name: str, identifier: str) -> None:
        world, routing = self.world, self.latest.get(identifier)
        if name == "pass_days":
            world.now += timedelta(days=3)
            world.time_out()
            return
        if routing is None:
            if name in ("send", "send_due"):
                due = world.now.date() + 5 * DAY if name == "send_due" else None
                self._change(a_routing(identifier, sent_at=world.now, return_due=due))
        elif name == "receive" and routing.waits_receipt:
            self._change(routing.received(world.now))
        elif name == "return" and routing.open:
            self._change(routing.returned(world.now))
        elif routing.waits_return and routing.return_due is not None:
            if name == "extend":
                self._change(replace(routing, return_due=routing.return_due + 7 * DAY))
            elif name == "withdraw":
                self._change(replace(routing, withdrawn_at=world.now))

    def _change(self, routing: Routing) -> None:
        self.latest[routing.id] = routing
        self.world.put(routing)
        self.number += 1
        self.facts.add(self.number)

    def deliver(self) -> None:
        """One delivery: it uses up the facts and waits that had been announced when it began, and no later one."""
        facts, waits = set(self.facts), len(self.world.waits_stream)
        advance_routings(self.world.outside(), "p1")
        self.facts -= facts
        self.seen_waits = max(self.seen_waits, waits)

    def pending(self) -> bool:
        return bool(self.facts) or self.seen_waits < len(self.world.waits_stream)

    def settle(self) -> None:
        """Deliver what is still under way, until nothing moves by itself."""
        for _ in range(60):
            if self.pending():
                self.deliver()
            for arn in self.world.steps():
                self.world.step(arn)
            self.tell()
            if not (self.pending() or self.world.steps() or self.world.messages):
                return
        raise AssertionError("the world does not come to rest")

    def tell(self) -> None:
        for message in self.world.messages:
            act = {"routing_reminder": remind, "routing_overdue": mark_overdue}[message["kind"]]
            act(self.world.outside(), message["process"], message["routing"], message["until"])
        self.world.messages.clear()

    def in_step(self) -> None:
        for identifier in self.latest:
            routing = next((r for r in self.world.processes["p1"].routings if r.id == identifier), None)
            wanted = plan(routing, self.world.now, ZONE)
            running = self.world.running(identifier)
            wait = self.world.waits.get(("p1", identifier))
            if wanted.phase is Phase.DONE:
                assert running == []
                assert wait is None
            else:
                assert wanted.next is not None
                assert len(running) == 1
                assert wait is not None
                assert (wait.phase, wait.until) == (wanted.phase.value, wanted.next.until)
                assert wait.token == running[0].token


moves = st.one_of(
    st.tuples(st.sampled_from(ACTS), st.sampled_from(ROUTINGS)),
    st.tuples(st.just("deliver"), st.just("")),
    st.tuples(st.just("engine"), st.just("")),
    st.tuples(st.just("repeat"), st.just("")),
)


def play(program: list[tuple[str, str]], meanwhile: list[tuple[str, str]], kills: bool = False) -> Play:
    """Run a program; while a use case runs, ``meanwhile`` happens, one thing before each of its calls."""
    stage = Play()

    def interrupt() -> None:
        if meanwhile:
            do(meanwhile.pop(), nested=True)

    def do(move: tuple[str, str], nested: bool) -> None:
        name, identifier = move
        if name == "engine":
            for arn in stage.world.steps()[:1]:
                stage.world.step(arn)
        elif name == "kill" and kills:
            for execution in stage.world.running(identifier):
                stage.world.kill(execution.arn)
        elif name == "deliver":
            stage.deliver()
        elif name == "repeat":
            advance_routings(stage.world.outside(), "p1")
        else:
            stage.act(name, identifier)

    stage.world.interrupt = interrupt
    for move in program:
        do(move, nested=False)
    stage.world.interrupt = lambda: None
    return stage


@settings(max_examples=400, deadline=None)
@given(st.lists(moves, max_size=40), st.lists(moves, max_size=25))
def test_any_order_and_repetition_of_messages_leaves_each_routing_with_the_wait_it_needs(program, meanwhile):
    stage = play(program, meanwhile)
    stage.settle()
    stage.in_step()


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.one_of(moves, st.tuples(st.just("kill"), st.sampled_from(ROUTINGS))), max_size=40),
    st.sets(st.sampled_from(ROUTINGS)),
)
def test_reconciler_restarts_exactly_the_routings_that_nobody_waits_for(program, killed):
    stage = play(program, [], kills=True)
    stage.settle()
    for identifier in killed:
        for execution in stage.world.running(identifier):
            stage.world.kill(execution.arn)
    missing = {
        r.id for r in stage.world.processes.get("p1", _nobody()).routings if not stage.world.running(r.id)
    }
    done = reconcile_routings(stage.world.outside(), stage.world.open_routings(), lambda *_: False)
    assert set(done.revived) == missing
    again = reconcile_routings(stage.world.outside(), stage.world.open_routings(), lambda *_: False)
    assert again.revived == ()
    stage.settle()
    stage.in_step()


class _nobody:
    routings = ()


@settings(max_examples=150, deadline=None)
@given(st.lists(moves, max_size=40), st.lists(moves, max_size=25))
def test_each_moment_is_told_once_however_often_its_message_comes(program, meanwhile):
    stage = play(program, meanwhile)
    for _ in range(4):
        stage.act("pass_days", "")
        messages = list(stage.world.messages)
        stage.settle()
        stage.world.messages = messages
        stage.tell()
    assert len(stage.world.notices) == len(set(stage.world.notices))


def test_fact_that_comes_before_the_wait_is_answered_when_the_wait_appears():
    stage = Play()
    stage.act("send", "r1")
    stage.deliver()
    stage.act("receive", "r1")
    stage.deliver()
    assert stage.world.waits == {}
    stage.world.step("r1")
    stage.deliver()
    stage.world.step("r1")
    assert stage.world.executions["r1"].status == "SUCCEEDED"


def test_extension_answers_the_wait_with_the_later_deadline():
    stage = Play()
    stage.act("send_due", "r1")
    stage.settle()
    before = stage.world.waits[("p1", "r1")]
    stage.act("extend", "r1")
    stage.settle()
    after = stage.world.waits[("p1", "r1")]
    assert after.token != before.token
    assert after.until > before.until
    assert after.execution == before.execution


def test_reminder_of_a_return_that_was_extended_meanwhile_is_not_given():
    stage = Play()
    stage.act("send_due", "r1")
    stage.settle()
    until = stage.world.waits[("p1", "r1")].until
    stage.act("extend", "r1")
    stage.world.now = START + 4 * DAY
    assert remind(stage.world.outside(), "p1", "r1", until) is False
    assert stage.world.notices == []
