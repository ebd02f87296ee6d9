"""What a process is, in lines that share nothing with the product: who has it, who has seen it, in whose hands, who
must give it back, whether it stands still or follows a flow, and how many entries its history has (TRA-01 to TRA-05,
TRA-07, TRA-14, TRA-16, PRO-16, PRO-17, PRO-27)."""

from dataclasses import dataclass, field, replace

HOME, OTHER, THIRD = UNITS = ("semad-prot", "semad-rh", "gab")


@dataclass
class Held:
    """One unit's side. ``arrival`` numbers the sending that brought it; ``closed``: by whom and how it was closed;
    ``news``: another unit signed a document since it was last opened."""

    open: bool = True
    unread: bool = False
    assignee: str | None = None
    marked: bool = False
    news: bool = False
    arrival: int = 0
    closed: tuple[str, str | None, int] | None = None  # (by whom, who had it, the batch or 0)


@dataclass
class Sending:
    """A sending somebody waits for something from; ``together`` of one ``batch`` went out at once."""

    number: int
    batch: int
    together: int
    origin: str
    to: str
    awaited: bool
    before: Held | None
    gave_back: bool
    received: bool = False


@dataclass
class Model:
    """One process. Each act answers whether it is done; a refused act changes nothing.

    ``conducted``: a flow alone moves it on; ``steps``: the units where it has something to be done.
    """

    units: dict[str, Held] = field(default_factory=lambda: {HOME: Held()})
    pending: list[Sending] = field(default_factory=list)
    state: str = "normal"
    suspended_by: str = ""
    sent: int = 0
    entries: int = 1
    conducted: bool = False
    steps: frozenset[str] = frozenset()

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
            held.unread = held.marked = held.news = False
            for sending in self.pending:
                sending.received |= sending.to == unit
            self.pending = [each for each in self.pending if each.awaited or not each.received]
        return held

    def receive(self, unit: str) -> bool:
        side = self.units[unit] if self.holds(unit) else Held()
        if not (side.unread or side.marked or side.news):
            return False
        held = self._touch(unit)
        held.marked = held.news = False
        return True

    def tell_others(self, unit: str) -> None:
        """What the unit did is news wherever else the process is open (TRA-14)."""
        for other, held in self.units.items():
            held.news |= held.open and other != unit

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
        if self.conducted and unit in self.steps:
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
        if not self.holds(unit) or to == unit or self.conducted:
            return False
        left = [debt for debt in self.owed if debt != (unit, to)]
        if not keep_open and any(debtor == unit for debtor, _ in left):
            return False
        self._touch(unit)
        batch = self.deliver(unit, [to], awaited)
        if not keep_open:
            self._close(unit, user, batch)
        return True

    def deliver(self, unit: str, units: list[str], awaited: bool = False) -> int:
        """Into each inbox, giving back what was owed to any of them; -> the batch."""
        kept = [each for each in self.pending if not (each.awaited and each.to == unit and each.origin in units)]
        gave_back, self.pending, batch = len(kept) < len(self.pending), kept, self.sent + 1
        for to in units:
            self.sent += 1
            there = self.units.get(to)
            before = replace(there) if there else None
            self.pending.append(Sending(self.sent, batch, len(units), unit, to, awaited, before, gave_back))
            opened = there if there and there.open else Held()
            self.units[to] = replace(opened, unread=True, arrival=self.sent, closed=None)
            self.entries += 1
        return batch

    def undo_sending(self, unit: str) -> bool:
        last = next((each for each in reversed(self.pending) if each.origin == unit), None)
        if self.state != "normal" or self.conducted or last is None or last.gave_back:
            return False
        batch = [each for each in self.pending if each.batch == last.batch]
        fresh = [each for each in batch if not each.received and self._as_it_came(each)]
        if len(fresh) != last.together:
            return False
        for each in batch:
            self._take_back(each)
        closed = self.units[unit].closed
        if closed and closed[2] == last.batch:
            self.reopen(unit, closed[1])
        return True

    def _as_it_came(self, sending: Sending) -> bool:
        there = self.units[sending.to]
        return there.arrival == sending.number and there.unread

    def _take_back(self, sending: Sending) -> None:
        there, before = self.units[sending.to], sending.before
        self.pending.remove(sending)
        self.entries += 1
        if before is None:
            del self.units[sending.to]
            return
        marked, news = (there.marked, there.news) if before.open else (False, False)
        self.units[sending.to] = replace(before, marked=before.marked or marked, news=before.news or news)

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
