"""Users in the main table; sessions, accesses and failed attempts in theirs, which forgets by itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from pynamodb.connection import Connection
from pynamodb.exceptions import TransactWriteError, UpdateError
from pynamodb.transactions import TransactWrite

from chalicelib.application.ports import Account, Shown
from chalicelib.application.session.ports import Knocking
from chalicelib.domain.account import AccountEvent, TrustedDevice
from chalicelib.domain.errors import Forbidden
from chalicelib.domain.identity import Session, Strength, User
from chalicelib.domain.login_provider import PATIENCE
from chalicelib.domain.retention import Kept, period
from chalicelib.domain.second_factor import SecondFactor
from chalicelib.domain.service_account import ServiceAccount

from . import keys
from .attempts import AttemptCounts, failed, get_from_both
from .catalogues import saw_revision
from .codec import decode, encode
from .items import HistoryItem, MainItem, SessionItem
from .people import listed_in, member_item, user_item
from .records import Pair, cause_code

ACCESSES_KEPT = period(Kept.LOGINS)
SUSPENDED = "suspended"


class DynamoIdentity(AttemptCounts):
    """Implements ``application.ports.Identity``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def user(self, tenant: str, user: str) -> tuple[User | None, str | None]:
        revision = keys.catalogues_revision(tenant)
        found = get_from_both(self._connection, [keys.user(tenant, user), keys.password(tenant, user), revision], [])[0]
        _renew(tenant, found.get(revision))
        person, secret = (found.get(key(tenant, user)) for key in (keys.user, keys.password))
        return (
            decode(User, person.body) if person and person.body else None,
            secret.body if secret else None,
        )

    def account(self, tenant: str, user: str, device: str) -> Account:
        places = [keys.user(tenant, user), keys.password(tenant, user), keys.second_factor(tenant, user)]
        shown = [keys.device(tenant, user, device)] if device else []
        revision = keys.catalogues_revision(tenant)
        people, devices = get_from_both(self._connection, [*places, revision], shown)
        _renew(tenant, people.get(revision))
        _not_suspended(people.get(revision))
        person, secret, factor = (item.body if (item := people.get(place)) else None for place in places)
        known = devices.get(shown[0]) if shown else None
        return Account(
            decode(User, person) if person else None,
            secret,
            decode(SecondFactor, factor) if factor else None,
            decode(TrustedDevice, known.body) if known and known.body else None,
        )

    def open(self, session: Session, shown: Shown | None = None, word: str = "") -> bool:
        """Session, access (ACC-01), the code that was spent and the device, together."""
        place = keys.session(session.tenant, session.user, session.digest)
        access = keys.access(session.tenant, session.user, session.created_at)
        until = session.created_at + ACCESSES_KEPT
        try:
            with TransactWrite(connection=self._connection) as transaction:
                transaction.save(self._item(place, session))
                transaction.save(SessionItem(*access, body=encode(session), expires_at=int(until.timestamp())))
                if word:
                    spent = SessionItem(*keys.word_of_provider(session.tenant, session.user, word))
                    transaction.delete(spent, condition=SessionItem.pk.exists())
                if shown:
                    self._spend(transaction, session.tenant, shown)
        except TransactWriteError as error:
            if any(reason and reason.code == "ConditionalCheckFailed" for reason in error.cancellation_reasons):
                return False
            raise
        return True

    def _spend(self, transaction: TransactWrite, tenant: str, shown: Shown) -> None:
        after = shown.after
        factor = MainItem(*keys.second_factor(tenant, after.user), n=after.revision, body=encode(after))
        transaction.save(factor, condition=MainItem.n == shown.before.revision)
        if shown.device:
            place = keys.device(tenant, after.user, shown.device.digest)
            until = int(shown.device.expires_at.timestamp())
            transaction.save(SessionItem(*place, body=encode(shown.device), expires_at=until))

    def keep_word(self, tenant: str, user: str, digest: str, at: datetime) -> None:
        place = keys.word_of_provider(tenant, user, digest)
        SessionItem(*place, at=at.isoformat(), expires_at=int((at + PATIENCE).timestamp())).save()

    def word(self, tenant: str, user: str, digest: str) -> datetime | None:
        place = keys.word_of_provider(tenant, user, digest)
        item = get_from_both(self._connection, [], [place])[1].get(place)
        return datetime.fromisoformat(item.at) if item and item.at else None

    def sessions(self, tenant: str, user: str) -> Sequence[Session]:
        found = SessionItem.query(
            keys.user(tenant, user)[0], SessionItem.sk.startswith(keys.SESSIONS), consistent_read=True
        )
        return [_present(decode(Session, item.body), item) for item in found if item.body and item.used_at]

    def devices(self, tenant: str, user: str) -> Sequence[TrustedDevice]:
        found = SessionItem.query(
            keys.user(tenant, user)[0], SessionItem.sk.startswith(keys.DEVICES), consistent_read=True
        )
        return [decode(TrustedDevice, item.body) for item in found if item.body]

    def forget_device(self, tenant: str, user: str, digest: str) -> None:
        SessionItem(*keys.device(tenant, user, digest)).delete()

    def account_log(self, tenant: str, user: str) -> Sequence[AccountEvent]:
        found = HistoryItem.query(
            keys.account_log(tenant, user), scan_index_forward=False, limit=50, consistent_read=True
        )
        return [decode(AccountEvent, item.body) for item in found]

    def resume(self, tenant: str, user: str, digest: str) -> tuple[Session | None, User | None]:
        """Session, user and the catalogues' revision at once: what was revoked is seen on the very next request."""
        place, person = keys.session(tenant, user, digest), keys.user(tenant, user)
        revision = keys.catalogues_revision(tenant)
        users, sessions = get_from_both(self._connection, [person, revision], [place])
        _renew(tenant, users.get(revision))
        _not_suspended(users.get(revision))
        item, owner = sessions.get(place), users.get(person)
        session = decode(Session, item.body) if item and item.body else None
        if session and item and item.used_at:
            session = _present(session, item)
        return session, decode(User, owner.body) if owner and owner.body else None

    def knocking(self, tenant: str, account: str, key: str, names: Sequence[str], at: datetime) -> Knocking:
        """As ``resume``: one call."""
        place, use = keys.service_account(tenant, account), keys.service_use(tenant, account, key)
        revision, tries = keys.catalogues_revision(tenant), [keys.attempts(tenant, name) for name in names]
        found, counted = get_from_both(self._connection, [place, use, revision], tries)
        _renew(tenant, found.get(revision))
        known, used = found.get(place), found.get(use)
        return Knocking(
            decode(ServiceAccount, known.body) if known and known.body else None,
            date.fromisoformat(used.due) if used and used.due else None,
            [failed(counted.get(pair), at) for pair in tries],
        )

    def used(self, tenant: str, account: str, key: str, on: date) -> None:
        MainItem(*keys.service_use(tenant, account, key), due=on.isoformat()).save()

    def touch(self, session: Session) -> None:
        """Move the idle clock; a session that was closed meanwhile stays closed."""
        self._move(session, [SessionItem.used_at.set(session.last_used_at.isoformat())])

    def choose_unit(self, session: Session) -> None:
        """Work from another unit from now on (ACC-04)."""
        used = SessionItem.used_at.set(session.last_used_at.isoformat())
        self._move(session, [used, SessionItem.unit.set(session.unit)])

    def keep_open(self, session: Session, process: str, until: datetime) -> None:
        """One place of a map: two openings at once do not undo each other (SIG-01)."""
        self._move(session, [SessionItem.opened[process].set(int(until.timestamp()))])  # type: ignore[attr-defined]

    def _move(self, session: Session, actions: list[Any]) -> None:
        item = SessionItem(*keys.session(session.tenant, session.user, session.digest))
        try:
            item.update(actions=actions, condition=SessionItem.pk.exists())
        except UpdateError as error:
            if cause_code(error) != "ConditionalCheckFailedException":
                raise

    def close(self, session: Session) -> None:
        SessionItem(*keys.session(session.tenant, session.user, session.digest)).delete()

    def accesses(self, tenant: str, user: str) -> Sequence[Session]:
        """The last logins, newest first."""
        pk, _ = keys.user(tenant, user)
        found = SessionItem.query(
            pk, SessionItem.sk.startswith(keys.ACCESSES), scan_index_forward=False, limit=20
        )
        return [decode(Session, item.body) for item in found]

    def _item(self, place: Pair, session: Session) -> SessionItem:
        return SessionItem(
            *place,
            body=encode(session),
            unit=session.unit,
            used_at=session.last_used_at.isoformat(),
            expires_at=int(session.expires_at.timestamp()),
            opened={},
        )


def _present(session: Session, item: SessionItem) -> Session:
    """The session with what changed since it was opened."""
    return replace(
        session,
        last_used_at=datetime.fromisoformat(item.used_at),
        unit=item.unit,
        openings=_openings(item),
        strength=Strength(item.strength or session.strength),
        epoch=session.epoch if item.epoch is None else int(item.epoch),
    )


def _renew(tenant: str, revision: MainItem | None) -> None:
    saw_revision(tenant, int(revision.n or 0) if revision else 0)


def _not_suspended(revision: MainItem | None) -> None:
    """What operators said of the tenant stands beside its revision. Raises Forbidden ``tenant_suspended``."""
    if revision and revision.body == SUSPENDED:
        message = "O uso deste ambiente está suspenso. Fale com quem cuida do sistema na prefeitura."
        raise Forbidden("tenant_suspended", message)


def _openings(item: SessionItem) -> dict[str, datetime]:
    noted: dict[str, Any] = item.opened.as_dict() if item.opened else {}  # type: ignore[no-untyped-call]
    return {process: datetime.fromtimestamp(int(until), UTC) for process, until in noted.items()}


def save_user(user: User, password_hash: str | None) -> None:
    """Write a user and, if given, the password; list the user in each granted unit and no other (ACC-08, ACC-09)."""
    granted = listed_in(user)
    with MainItem.batch_write() as batch:
        for unit in _listed_in(user) - granted:
            batch.delete(MainItem(*keys.member(user.tenant, unit, user.id)))
        batch.save(user_item(user))
        if password_hash:
            batch.save(MainItem(*keys.password(user.tenant, user.id), body=password_hash))
        for unit in granted:
            batch.save(member_item(user, unit))


def _listed_in(user: User) -> set[str]:
    """The units that the user was granted when last written."""
    try:
        before = MainItem.get(*keys.user(user.tenant, user.id), consistent_read=True)
    except MainItem.DoesNotExist:
        return set()
    return listed_in(decode(User, before.body or ""))
