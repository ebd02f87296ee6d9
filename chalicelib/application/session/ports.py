"""People at the door, as the use cases see them."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from chalicelib.application.confidential.ports import Openings
from chalicelib.domain.account import AccountEvent, TrustedDevice
from chalicelib.domain.identity import Session, User
from chalicelib.domain.second_factor import SecondFactor
from chalicelib.domain.service_account import ServiceAccount
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """A person at the door; ``device`` as it was found, trusted or not."""

    user: User | None = None
    hashed: str | None = None
    factor: SecondFactor | None = None
    device: TrustedDevice | None = None


@dataclass(frozen=True, slots=True)
class Knocking:
    """A system at the door: ``used_on``: the last day of its key; ``failures`` under each name that was asked for."""

    account: ServiceAccount | None
    used_on: date | None
    failures: Sequence[tuple[int, datetime | None]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A code that was shown at the door: the factor before and after, and the device to trust from now on."""

    before: SecondFactor
    after: SecondFactor
    device: TrustedDevice | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How tries under one name stand: ``counted``, of which ``failed`` ended, the last one at ``last``.

    ``claimed``: when the last one began. ``under_way``: some have not ended yet. ``gone``: it counts no more. ``mine``:
    the try that asked is counted with them.
    """

    counted: int
    failed: int
    last: datetime | None
    claimed: str
    under_way: bool
    gone: bool = False
    mine: bool = False


class Identity(Openings, Protocol):
    """Users and sessions; a token names its tenant and user, so both are read at once."""

    def user(self, tenant: str, user: str) -> tuple[User | None, str | None]:
        """-> (user, password hash)."""

    def account(self, tenant: str, user: str, device: str) -> Account:
        """All that a login is decided by, in one read; ``device``: the digest of what the browser showed, or empty."""

    def open(self, session: Session, shown: Shown | None = None, word: str = "") -> bool:
        """Keep the session and the access; with them the code that was spent, and the device now trusted. ``word``: the
        digest of the provider's word that is spent with them.

        False when somebody else spent either, or changed the factor, meanwhile: nothing was kept.
        """

    def keep_word(self, tenant: str, user: str, digest: str, at: datetime) -> None:
        """A provider vouched for the person, from whom a code is still awaited; forgotten by itself."""

    def word(self, tenant: str, user: str, digest: str) -> datetime | None:
        """When the provider's word of this digest was kept, unless it was spent."""

    def sessions(self, tenant: str, user: str) -> Sequence[Session]:
        """Every session not closed, whether or not it still opens anything."""

    def devices(self, tenant: str, user: str) -> Sequence[TrustedDevice]: ...
    def forget_device(self, tenant: str, user: str, digest: str) -> None: ...
    def account_log(self, tenant: str, user: str) -> Sequence[AccountEvent]:
        """What changed about how the person enters, newest first."""

    def resume(self, tenant: str, user: str, digest: str) -> tuple[Session | None, User | None]: ...
    def knocking(self, tenant: str, account: str, key: str, names: Sequence[str], at: datetime) -> Knocking:
        """All that a system's request is let in by, in one read; what was revoked is gone at once."""

    def used(self, tenant: str, account: str, key: str, on: date) -> None:
        """The key was used on the day."""

    def touch(self, session: Session) -> None:
        """Move the idle clock, and nothing else: the unit may have been changed meanwhile."""

    def choose_unit(self, session: Session) -> None: ...
    def close(self, session: Session) -> None: ...
    def accesses(self, tenant: str, user: str) -> Sequence[Session]: ...
    def failures(
        self, tenant: str, names: Sequence[str], at: datetime
    ) -> Sequence[tuple[int, datetime | None]]: ...
    def fail(self, tenant: str, names: Sequence[str], at: datetime) -> None: ...
    def forgive(self, tenant: str, names: Sequence[str]) -> None: ...
    def claim(self, tenant: str, name: str, free: int, at: datetime) -> Tally:
        """Count a try that begins, unless ``free`` are counted already; -> how they stand then."""

    def claim_after(self, tenant: str, name: str, seen: Tally, at: datetime) -> bool:
        """Count one more, on condition that all is as ``seen``."""

    def settle(self, tenant: str, name: str, at: datetime, right: bool) -> None:
        """A try that was counted ended: a wrong one stays counted, a right one does not."""

    def count(self, tenant: str, name: str, at: datetime, window: timedelta) -> tuple[int, datetime]:
        """Count a try before it is looked at; -> (how many in this window, when the window ends)."""


class AccountWork(Protocol):
    """The part of a unit of work that writes how a person enters."""

    def put_second_factor(self, before: SecondFactor | None, after: SecondFactor | None) -> None:
        """Write the person's second factor in the place of ``before``, or take it away."""

    def keep_session(self, session: Session) -> None:
        """Write the session's strength and epoch from now on; one that ended stays ended."""

    def keep_opening(self, session: Session, process: str, until: datetime) -> None:
        """Note until when a live session has a confidential process open."""

    def end_sessions(self, user: User) -> User:
        """End every session of a user that was loaded, but those kept; -> the user with the new epoch."""

    def put_password(self, user: str, before: str | None, after: str) -> None:
        """Write a password's hash in the place of ``before``."""

    def remember(self, event: AccountEvent) -> None:
        """Add a line to what changed about how a person enters."""

    def forgive(self, names: Sequence[str]) -> None:
        """Forget what was counted under each name: whoever does this act proved who it is."""


class Passwords(Protocol):
    """argon2id (security.md §1.5)."""

    def verify(self, hashed: str | None, password: str) -> bool:
        """Takes the same time for a user that does not exist (``hashed`` None)."""

    def hash(self, password: str) -> str: ...
    def is_common(self, password: str) -> bool: ...
