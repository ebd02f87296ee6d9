"""Processes that follow a flow, in lines that share nothing with the product (issue 4 §7): the unit that starts it
checks, two others are heard side by side, it decides upon a document, ends or goes round again. Steps are completed or
skipped; the whole is paused, resumed and cancelled; one of the two flows lets units send by hand, too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .model import Model
from .papers import Papers

CHECK, STAFF, CHIEF, DECIDE = STEPS = ("conferir", "pessoal", "gabinete", "responder")
TRAILS = ("start", *["complete"] * 5, "skip", "pause", "resume", "cancel")
LIVE = ("running", "paused")


@dataclass
class Trail:
    """``todo``: the unit of each step that is open; ``used``: documents that a step rests upon."""

    starter: str
    free: bool
    state: str = "running"
    todo: dict[str, str] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    @property
    def live(self) -> bool:
        return self.state in LIVE


@dataclass
class Trails:
    """The flows of two processes. ``heard``: the units of STAFF and CHIEF; ``workers``: who acts in each unit;
    ``kinds``: of the flows there are, whether units may send by hand, too.
    """

    models: list[Model]
    papers: Papers
    heard: tuple[str, str]
    workers: Mapping[str, str]
    kinds: tuple[bool, ...] = (False, True, True)
    now: dict[int, Trail] = field(default_factory=dict)

    def do(self, act: str, which: int, unit: str, value: int) -> bool:
        """``value`` picks the flow, the step, the answer."""
        model, trail = self.models[which], self.now.get(which)
        if not model.holds(unit):
            return False
        if act == "start":
            done = self._start(which, unit, value)
        elif trail is None or not trail.live:
            return False
        elif act in ("complete", "skip"):
            done = self._end(which, unit, trail, value, skipped=act == "skip")
        else:
            done = unit in {trail.starter, *trail.todo.values()} and self._turn(trail, model, unit, act)
        self._mark(which)
        return done

    def _start(self, which: int, unit: str, value: int) -> bool:
        before, model = self.now.get(which), self.models[which]
        if before and before.live:
            return False
        model._touch(unit)
        model.entries += 1
        self.now[which] = Trail(unit, free=self.kinds[value % len(self.kinds)], todo={CHECK: unit})
        return True

    def _end(self, which: int, unit: str, trail: Trail, value: int, *, skipped: bool) -> bool:
        step, again, model = STEPS[value % 4], value // 4 % 2 == 1, self.models[which]
        own = trail.todo.get(step)
        if own is None or trail.state == "paused" or unit not in ({own, trail.starter} if skipped else {own}):
            return False
        if step == DECIDE and not skipped and not self._rests(which, trail):
            return False
        model._touch(unit)
        model.entries += 1
        del trail.todo[step]
        begun = self._next(step, trail, again)
        trail.todo |= begun
        elsewhere = list(dict.fromkeys(one for one in begun.values() if one != unit))
        batch = model.deliver(unit, elsewhere) if elsewhere else -1
        self._leave(model, trail, unit, batch)
        if not trail.todo:
            trail.state = "finished"
            model.entries += 1
        return True

    def _next(self, step: str, trail: Trail, again: bool) -> dict[str, str]:
        if step == CHECK:
            return dict(zip((STAFF, CHIEF), self.heard, strict=True))
        if step == DECIDE:
            return {CHECK: trail.starter} if again else {}
        return {} if trail.todo else {DECIDE: trail.starter}

    def _rests(self, which: int, trail: Trail) -> bool:
        fitting = [one for one in self.papers.finished(which) if one not in trail.used]
        trail.used |= set(fitting[-1:])
        return bool(fitting)

    def _leave(self, model: Model, trail: Trail, unit: str, batch: int) -> None:
        """Who did its part is done with the process, where others go on with it."""
        others = any(one != unit and model.holds(one) for one in trail.todo.values())
        owes = any(debtor == unit for debtor, _ in model.owed)
        if others and not owes and unit not in trail.todo.values():
            model._close(unit, self.workers[unit], batch)

    @staticmethod
    def _turn(trail: Trail, model: Model, unit: str, act: str) -> bool:
        before, after = {
            "pause": (("running",), "paused"), "resume": (("paused",), "running"), "cancel": (LIVE, "cancelled"),
        }[act]  # fmt: skip
        if trail.state not in before:
            return False
        trail.state = after
        if act == "cancel":
            trail.todo = {}
        model._touch(unit)
        model.entries += 1
        return True

    def _mark(self, which: int) -> None:
        model, trail = self.models[which], self.now.get(which)
        if trail:
            model.conducted = trail.state == "running" and not trail.free
            model.steps = frozenset(trail.todo.values())
