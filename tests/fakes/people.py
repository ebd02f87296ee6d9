"""Users, sessions and failed attempts in memory."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from chalicelib.application.ports import Account, Shown
from chalicelib.application.session.ports import Knocking, Tally
from chalicelib.domain.account import AccountEvent, TrustedDevice
from chalicelib.domain.identity import Grant, Session, User
from chalicelib.domain.second_factor import SecondFactor
from chalicelib.domain.service_account import ServiceAccount

from .city import ANA, PERSONNEL, PROTOCOL, TENANT

SECRET = "Senha-1234"
ANA_USER = User(
    ANA.id, TENANT, ANA.name, "pmu", grants=(Grant(PROTOCOL.id, "basic"), Grant(PERSONNEL.id, "basic"))
)


@dataclass
class People:
    """Implements ``application.ports.Identity``."""

    users: dict[str, tuple[User, str | None]] = field(default_factory=dict)
    open_ones: dict[str, Session] = field(default_factory=dict)
    opened: list[Session] = field(default_factory=list)
    counts: dict[str, tuple[int, datetime]] = field(default_factory=dict)
    trying: Counter[str] = field(default_factory=Counter)
    factors: dict[str, SecondFactor] = field(default_factory=dict)
    trusted: dict[str, TrustedDevice] = field(default_factory=dict)
    systems: dict[str, ServiceAccount] = field(default_factory=dict)
    uses: dict[str, date] = field(default_factory=dict)
    words: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def hire(self, user: User = ANA_USER, password: str = SECRET) -> User:
        """Keep a user; the hash is that of ``outside.Passwords``."""
        self.users[user.id] = (user, f"hash of {password}")
        return user

    def user(self, tenant: str, user: str) -> tuple[User | None, str | None]:
        return self.users.get(user, (None, None))

    def account(self, tenant: str, user: str, device: str) -> Account:
        person, hashed = self.user(tenant, user)
        return Account(person, hashed, self.factors.get(user), self.trusted.get(device))

    def keep_word(self, tenant: str, user: str, digest: str, at: datetime) -> None:
        self.words[user, digest] = at

    def word(self, tenant: str, user: str, digest: str) -> datetime | None:
        return self.words.get((user, digest))

    def open(self, session: Session, shown: Shown | None = None, word: str = "") -> bool:
        if word and self.words.pop((session.user, word), None) is None:
            return False
        if shown and self.factors[session.user] != shown.before:
            return False
        if shown:
            self.factors[session.user] = shown.after
            if shown.device:
                self.trusted[shown.device.digest] = shown.device
        self.open_ones[session.digest] = session
        self.opened.append(session)
        return True

    def sessions(self, tenant: str, user: str) -> Sequence[Session]:
        return [session for session in self.open_ones.values() if session.user == user]

    def devices(self, tenant: str, user: str) -> Sequence[TrustedDevice]:
        return [device for device in self.trusted.values() if device.user == user]

    def forget_device(self, tenant: str, user: str, digest: str) -> None:
        self.trusted.pop(digest, None)

    def account_log(self, tenant: str, user: str) -> Sequence[AccountEvent]:
        return []

    def resume(self, tenant: str, user: str, digest: str) -> tuple[Session | None, User | None]:
        return self.open_ones.get(digest), self.user(tenant, user)[0]

    def knocking(self, tenant: str, account: str, key: str, names: Sequence[str], at: datetime) -> Knocking:
        return Knocking(self.systems.get(account), self.uses.get(key), self.failures(tenant, names, at))

    def used(self, tenant: str, account: str, key: str, on: date) -> None:
        self.uses[key] = on

    def touch(self, session: Session) -> None:
        if session.digest in self.open_ones:
            kept = self.open_ones[session.digest]
            self.open_ones[session.digest] = replace(kept, last_used_at=session.last_used_at)

    def choose_unit(self, session: Session) -> None:
        if session.digest in self.open_ones:
            self.open_ones[session.digest] = session

    def close(self, session: Session) -> None:
        self.open_ones.pop(session.digest, None)

    def accesses(self, tenant: str, user: str) -> Sequence[Session]:
        return [session for session in reversed(self.opened) if session.user == user]

    def failures(
        self, tenant: str, names: Sequence[str], at: datetime
    ) -> Sequence[tuple[int, datetime | None]]:
        return [self.counts.get(name, (0, None)) for name in names]

    def fail(self, tenant: str, names: Sequence[str], at: datetime) -> None:
        for name in names:
            self.counts[name] = (self.counts.get(name, (0, at))[0] + 1, at)

    def forgive(self, tenant: str, names: Sequence[str]) -> None:
        for name in names:
            self.counts.pop(name, None)
            del self.trying[name]

    def claim(self, tenant: str, name: str, free: int, at: datetime) -> Tally:
        failed, last = self.counts.get(name, (0, None))
        mine = failed + self.trying[name] < free
        self.trying[name] += mine
        trying = self.trying[name]
        return Tally(failed + trying, failed, last, "", under_way=bool(trying), mine=mine)

    def claim_after(self, tenant: str, name: str, seen: Tally, at: datetime) -> bool:
        same = self.counts.get(name, (0, None))[0] == seen.counted
        self.trying[name] += same
        return same

    def settle(self, tenant: str, name: str, at: datetime, right: bool) -> None:
        self.trying[name] = max(0, self.trying[name] - 1)
        if not right:
            self.fail(tenant, [name], at)

    def count(self, tenant: str, name: str, at: datetime, window: timedelta) -> tuple[int, datetime]:
        tried, until = self.counts.get(name, (0, at + window))
        if until <= at:
            tried, until = 0, at + window
        self.counts[name] = (tried + 1, until)
        return tried + 1, until
