"""Users, sessions and failed attempts in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from chalicelib.domain.identity import Grant, Session, User

from .city import ANA, PERSONNEL, PROTOCOL, TENANT

SECRET = "Senha-1234"
ANA_USER = User(
    ANA.id, TENANT, ANA.name, "pmu", grants=(Grant(PROTOCOL.id, "basic"), Grant(PERSONNEL.id, "basic"))
)


@dataclass
class People:
    """Implements ``application.ports.Identity``."""

    users: dict[str, tuple[User, str | None]] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    opened: list[Session] = field(default_factory=list)
    counts: dict[str, tuple[int, datetime]] = field(default_factory=dict)

    def hire(self, user: User = ANA_USER, password: str = SECRET) -> User:
        """Keep a user; the hash is that of ``outside.Passwords``."""
        self.users[user.id] = (user, f"hash of {password}")
        return user

    def user(self, tenant: str, user: str) -> tuple[User | None, str | None]:
        return self.users.get(user, (None, None))

    def open(self, session: Session) -> None:
        self.sessions[session.digest] = session
        self.opened.append(session)

    def resume(self, tenant: str, user: str, digest: str) -> tuple[Session | None, User | None]:
        return self.sessions.get(digest), self.user(tenant, user)[0]

    def touch(self, session: Session) -> None:
        if session.digest in self.sessions:
            kept = self.sessions[session.digest]
            self.sessions[session.digest] = replace(kept, last_used_at=session.last_used_at)

    def choose_unit(self, session: Session) -> None:
        if session.digest in self.sessions:
            self.sessions[session.digest] = session

    def close(self, session: Session) -> None:
        self.sessions.pop(session.digest, None)

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
