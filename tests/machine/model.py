"""What a process is, in lines that share nothing with the product: who has it, who has seen it, in whose hands, who
must give it back, whether it stands still, and how many entries its history has (TRA-01 to TRA-05, TRA-07, TRA-16,
PRO-16, PRO-17, PRO-27)."""

from dataclasses import dataclass, field, replace

HOME, OTHER, THIRD = UNITS = ("semad-prot", "semad-rh", "gab")


@dataclass
class Held:
    """One unit's side. ``arrival`` numbers the sending that brought it; ``closed``: by whom and how it was closed."""

    open: bool = True
    unread: bool = False
    assignee: str | None = None
    marked: bool = False
    arrival: int = 0
    closed: tuple[str, str | None, int] | None = None  # (by whom, who had it, the sending or 0)


@dataclass
class Sending:
    """A sending somebody waits for something from."""

    number: int
    origin: str
    to: str
    awaited: bool
    before: Held | None
    gave_back: bool
    received: bool = False


@dataclass
class Model:
    """One process. Each act answers whether it is done; a refused act changes nothing."""

    units: dict[str, Held] = field(default_factory=lambda: {HOME: Held()})
    pending: list[Sending] = field(default_factory=list)
    state: str = "normal"
    suspended_by: str = ""
    sent: int = 0
    entries: int = 1

    @property
    def owed(self) -> list[tuple[str, str]]:
        """(who must return it, to whom)"""
        return [(sending.to, sending.origin) for sending in self.pending if sending.awaited]

    def holds(self, unit: str) -> bool:
        return self.state == "normal" and unit in self.units and self.units[unit].open

    def only_in(self, unit: str) -> bool:
        return self.holds(unit) and sum(held.open for held in self.units.values()) == 1

    def _touch(self, unit: str) -> Held:
        held = self.units[unit]
        if held.unread:
            self.entries += 1
            held.unread = held.marked = False
            for sending in self.pending:
                sending.received |= sending.to == unit
            self.pending = [each for each in self.pending if each.awaited or not each.received]
        return held

    def receive(self, unit: str) -> bool:
        if not self.holds(unit) or not (self.units[unit].unread or self.units[unit].marked):
            return False
        self._touch(unit).marked = False
        return True

    def mark_unread(self, unit: str) -> bool:
        if not self.holds(unit) or self.units[unit].unread or self.units[unit].marked:
            return False
        self.units[unit].marked = True
        return True

    def report(self, unit: str) -> bool:
        if not self.holds(unit):
            return False
        self._touch(unit)
        self.entries += 1
        return True

    def assign(self, unit: str, user: str | None) -> bool:
        if not self.holds(unit) or self.units[unit].assignee == user:
            return False
        self._touch(unit).assignee = user
        self.entries += 1
        return True

    def _close(self, unit: str, user: str, sending: int) -> None:
        held = self.units[unit]
        self.units[unit] = Held(False, arrival=held.arrival, closed=(user, held.assignee, sending))
        self.entries += 1

    def conclude(self, unit: str, user: str) -> bool:
        if not self.holds(unit) or any(debtor == unit for debtor, _ in self.owed):
            return False
        self._touch(unit)
        self._close(unit, user, 0)
        return True

    def reopen(self, unit: str, user: str | None) -> bool:
        if self.state != "normal" or unit not in self.units or self.units[unit].open:
            return False
        self.units[unit] = Held(assignee=user, arrival=self.units[unit].arrival)
        self.entries += 1
        return True

    def undo_conclusion(self, unit: str, user: str) -> bool:
        closed = self.units[unit].closed if unit in self.units else None
        if closed is None or closed[0] != user or closed[2]:
            return False
        return self.reopen(unit, closed[1])

    def send(self, unit: str, to: str, keep_open: bool, awaited: bool, user: str) -> bool:
        if not self.holds(unit) or to == unit:
            return False
        left = [debt for debt in self.owed if debt != (unit, to)]
        if not keep_open and any(debtor == unit for debtor, _ in left):
            return False
        self._touch(unit)
        kept = [each for each in self.pending if not (each.awaited and (each.to, each.origin) == (unit, to))]
        self.sent += 1
        there = self.units.get(to)
        before = replace(there) if there else None
        self.pending = [
            *kept, Sending(self.sent, unit, to, awaited, before, len(kept) < len(self.pending))
        ]  # fmt: skip
        opened = there if there and there.open else Held()
        self.units[to] = replace(opened, unread=True, arrival=self.sent, closed=None)
        self.entries += 1
        if not keep_open:
            self._close(unit, user, self.sent)
        return True

    def undo_sending(self, unit: str) -> bool:
        last = next((each for each in reversed(self.pending) if each.origin == unit), None)
        if self.state != "normal" or last is None or last.received or last.gave_back:
            return False
        there = self.units[last.to]
        if there.arrival != last.number or not there.unread:
            return False
        self.pending.remove(last)
        self.entries += 1
        if last.before is None:
            del self.units[last.to]
        else:
            news = last.before.open and there.marked
            self.units[last.to] = replace(last.before, marked=last.before.marked or news)
        closed = self.units[unit].closed
        if closed and closed[2] == last.number:
            self.reopen(unit, closed[1])
        return True

    def suspend(self, unit: str) -> bool:
        if not self.only_in(unit) or self.owed:
            return False
        self._touch(unit)
        self.state, self.suspended_by = "suspended", unit
        self.entries += 1
        return True

    def _turn(self, before: str, after: str) -> bool:
        if self.state != before:
            return False
        self.state = after
        self.entries += 1
        return True

    def resume(self, unit: str) -> bool:
        return self.suspended_by == unit and self._turn("suspended", "normal")

    def lock(self) -> bool:
        return self._turn("normal", "locked")

    def unlock(self) -> bool:
        return self._turn("locked", "normal")


def annex(main: Model, other: Model, unit: str) -> bool:
    """Make ``other``, which has documents, part of ``main``."""
    if not main.holds(unit) or not other.only_in(unit) or other.owed:
        return False
    main._touch(unit)
    other._touch(unit)
    main.entries += 1
    return other._turn("normal", "annexed")


def unannex(main: Model, other: Model) -> bool:
    """An administrator takes it out again."""
    if main.state == "locked" or not other._turn("annexed", "normal"):
        return False
    main.entries += 1
    return True
