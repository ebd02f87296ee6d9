"""What a process is, in thirty lines that share nothing with the product: who has it, who has seen it, in whose hands
it is, who must give it back, and how many entries its history has (TRA-01 to TRA-05, TRA-07, PRO-27)."""

from dataclasses import dataclass, field

HOME, OTHER, THIRD = UNITS = ("semad-prot", "semad-rh", "gab")


@dataclass
class Held:
    """One unit's side."""

    open: bool = True
    unread: bool = False
    assignee: str | None = None


@dataclass
class Model:
    """One process. Each act answers whether it is done; a refused act changes nothing."""

    units: dict[str, Held] = field(default_factory=lambda: {HOME: Held()})
    owed: list[tuple[str, str]] = field(default_factory=list)  # (who must return it, to whom)
    entries: int = 1

    def holds(self, unit: str) -> bool:
        return unit in self.units and self.units[unit].open

    def _touch(self, unit: str) -> Held:
        held = self.units[unit]
        self.entries += held.unread
        held.unread = False
        return held

    def receive(self, unit: str) -> bool:
        if not self.holds(unit) or not self.units[unit].unread:
            return False
        self._touch(unit)
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

    def conclude(self, unit: str) -> bool:
        if not self.holds(unit) or any(debtor == unit for debtor, _ in self.owed):
            return False
        self._touch(unit)
        self.units[unit] = Held(open=False)
        self.entries += 1
        return True

    def reopen(self, unit: str, user: str) -> bool:
        if unit not in self.units or self.units[unit].open:
            return False
        self.units[unit] = Held(assignee=user)
        self.entries += 1
        return True

    def send(self, unit: str, to: str, keep_open: bool, awaited: bool) -> bool:
        if not self.holds(unit) or to == unit:
            return False
        left = [debt for debt in self.owed if debt != (unit, to)]
        if not keep_open and any(debtor == unit for debtor, _ in left):
            return False
        self._touch(unit)
        self.owed = [*left, *([(to, unit)] if awaited else [])]
        there = self.units.get(to)
        self.units[to] = Held(unread=True, assignee=there.assignee if there and there.open else None)
        self.entries += 1
        if not keep_open:
            self.units[unit] = Held(open=False)
            self.entries += 1
        return True
