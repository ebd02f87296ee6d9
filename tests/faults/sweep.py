"""Run a scenario with something wrong at its k-th AWS call, and say what is left behind (security.md §4.2)."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.world.items import Place
from tests.world.scenarios import Scenario
from tests.world.wire import WRITES, AwsCall, Killed, Tap, tapped, written_keys
from tests.world.world import Ask, Reply, World

MAXIMUM_CALLS = 60
#: Writes that do not change the state of a process: gaps in the document number are allowed (architecture §4),
#: the idle clock of a session and the blobs, content-addressed, are nobody's truth; a public key is published
#: before anything is sealed with it, and is never written over; how many codes were tried is counted before each is
#: looked at.
HARMLESS = ("#COUNTER#document", "#SESSION#", "#SEALKEYS", "#ATTEMPTS#")
#: The act that a guess proves forgives what was counted, in its own transaction: nobody's truth there either.
COUNTED = ("#ATTEMPTS#account.", "#ATTEMPTS#code.")
#: Counted for a whole network, which is one for all scenarios here: whoever dies at a call stays counted for a minute.
SHARED = ("#ATTEMPTS#authenticity.", "#ATTEMPTS#network.", "#ATTEMPTS#keys.")


def is_count(place: Place) -> bool:
    return any(mark in place[1] for mark in COUNTED)


def is_shared(place: Place) -> bool:
    return any(mark in place[1] for mark in SHARED)


@dataclass(slots=True)
class Watch:
    """Remembers how everything was that the application tried to write, just before it left."""

    world: World
    before: dict[Place, Any] = field(default_factory=dict)
    transactions: list[tuple[Place, ...]] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)

    def look(self, call: AwsCall) -> None:
        """Called for each call before it leaves."""
        if call.service != "dynamodb" or call.operation not in ("TransactWriteItems", "PutItem", "UpdateItem",
                                                                "DeleteItem", "BatchWriteItem"):  # fmt: skip
            return
        places = tuple(written_keys(call))
        if call.operation == "TransactWriteItems":
            self.transactions.append(tuple(place for place in places if not is_count(place)))
            self._note(places)
        else:
            self._note([place for place in places if is_count(place) or is_shared(place)])
            harmless = all(any(mark in f"{pk}#{sk}" for mark in HARMLESS) for _, pk, sk in places)
            self.loose += [] if harmless else [call.label]

    def _note(self, places: Sequence[Place]) -> None:
        self.before.update(self.world.store.get(place for place in places if place not in self.before))

    def changed(self) -> list[int]:
        """For each transaction tried, how many of its items are not as they were."""
        now = self.world.store.get(place for places in self.transactions for place in places)
        return [sum(now[place] != self.before[place] for place in places) for places in self.transactions]


@dataclass(slots=True)
class Attempt:
    """One try of a scenario: what was asked, what came back (None when killed), what was tried on the wire."""

    ask: Ask
    key: str
    reply: Reply | None
    watch: Watch
    calls: list[AwsCall]
    started_with: int


Fault = Callable[[Tap, int], None]


def kill_before(tap: Tap, k: int) -> None:
    """The container dies as call k is about to leave."""
    inner = tap.before

    def before(call: AwsCall) -> None:
        if inner:
            inner(call)
        if call.index == k:
            raise Killed

    tap.before = before


def kill_after(tap: Tap, k: int) -> None:
    """Call k takes effect and the container dies before it sees the reply."""

    def after(call: AwsCall) -> None:
        if call.index == k:
            raise Killed

    tap.after = after


KILLS: dict[str, Fault] = {"before": kill_before, "after": kill_after}


def attempt(world: World, ask: Ask, key: str, fault: Fault | None = None, k: int = -1) -> Attempt:
    """Send ``ask`` once, with ``fault`` at call ``k``."""
    watch = Watch(world)
    tap = Tap(before=watch.look)
    length = len(world.history(ask.process)) if ask.process else 0
    if fault:
        fault(tap, k)
    reply = None
    with tapped(tap), contextlib.suppress(Killed):
        reply = world.send(ask, key)
    refused = reply is not None and reply.status >= 400
    # Who fails five times in a minute, through whatever fault, waits: the next one is to get as far as this one.
    again = {place: was for place, was in watch.before.items() if refused and is_count(place)}
    if refused or reply is None:
        again |= {place: was for place, was in watch.before.items() if is_shared(place)}
    world.store.put_back(again)
    return Attempt(ask, key, reply, watch, tap.calls, length)


#: Calls whose effect lies in the items of their transactions, or in blobs named by their content.
_UNDONE = {("s3", "GET"), ("s3", "HEAD"), ("s3", "PUT"), ("kms", "Sign"), ("kms", "GetPublicKey")}


@dataclass(slots=True)
class Situation:
    """The same situation as often as it is wanted.

    An act leaves its traces in the items of its transactions only (the sweep proves it), so these are put back as they
    were, byte for byte, and what came before the act need not be acted again. What reaches further (files taken from
    quarantine, other functions) is arranged anew, as is what a read wrote.
    """

    scenario: Scenario
    world: World
    ask: Ask | None = None
    tries: list[Attempt] = field(default_factory=list)

    def fresh(self) -> Ask:
        """As if nothing had been tried yet."""
        if self.ask is None or not self._put_back():
            self.ask = self.scenario.arrange(self.world)
        self.tries.clear()
        return self.ask

    def attempt(self, key: str, fault: Fault | None = None, k: int = -1) -> Attempt:
        """The act in a fresh situation."""
        return self.again(self.fresh(), key, fault, k)

    def again(self, ask: Ask, key: str, fault: Fault | None = None, k: int = -1) -> Attempt:
        """The act in the situation as it is now."""
        self.tries.append(attempt(self.world, ask, key, fault, k))
        return self.tries[-1]

    def _put_back(self) -> bool:
        was: dict[Place, Any] = {}
        for made in reversed(self.tries):
            if made.watch.loose or not all(self._undone(call) for call in made.calls):
                return False
            was |= made.watch.before
        self.world.store.put_back(was)
        return True

    def _undone(self, call: AwsCall) -> bool:
        if call.service == "dynamodb":
            return self.scenario.changes or call.operation not in WRITES
        return (call.service, call.operation) in _UNDONE


def every_call(situation: Situation, fault: Fault) -> Iterator[tuple[int, Attempt]]:
    """A fresh situation for each k, until a run has no k-th call."""
    name = situation.scenario.name
    for k in range(MAXIMUM_CALLS):
        made = situation.attempt(f"sweep-{name}-{id(fault)}-{k}", fault, k)
        if len(made.calls) <= k:
            assert made.reply is not None
            return
        yield k, made
    raise AssertionError(f"{name} makes more than {MAXIMUM_CALLS} calls")
