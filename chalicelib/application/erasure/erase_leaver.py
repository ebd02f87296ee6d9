"""The last step of erasing who left: histories of the register, sessions and devices, secrets, and the entry (LGPD)."""

from datetime import datetime

from chalicelib.application.administration.acting import user_record
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ErasureKey, UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.erasure import Erasure, check_at_work, counted, done
from chalicelib.domain.identity import Actor, User
from chalicelib.domain.leaver import check_left, left_behind
from chalicelib.domain.leaver_report import in_register
from chalicelib.domain.policy import Action

from .leaver_survey import LeaverRows, leaver_rows, secrets_of
from .subject import requested

#: A transaction holds a hundred writes: beside go the entry, the CPF, four secrets, the request, the operation.
AT_ONCE = 80


def erase_leaver(ports: Ports, actor: Actor, operation: Operation, erasure: str) -> Reply:
    """-> ``{"more"}``: whether lines of histories are left. The entry, by which they are found, goes last.

    Raises Forbidden, NotFound; Refused ``erasure_settled`` and as ``check_left``.
    """
    allow(actor, Action.PERSON_ERASE)
    known, _ = requested(ports, erasure)
    at = ports.now()

    def attempt(work: Work) -> Reply:
        secrets = secrets_of(known.user)
        order, user, *there = work.load(ErasureKey(erasure), UserKey(known.user), *secrets.values())
        check_at_work(order)
        check_left(user)
        rows = leaver_rows(ports, user)
        now = rows.first(AT_ONCE)
        _write(work, user, now)
        if now != rows:
            work.require_user(user)
            work.put_erasure(order, counted(order, now.counts))
            return {"more": True}
        held = {trace.value: 1 for trace, one in zip(secrets, there, strict=True) if one}
        work.forget_secrets(tuple(key for key, one in zip(secrets.values(), there, strict=True) if one))
        _close(work, actor, user, at)
        work.put_erasure(order, _done(order, {**in_register(user), **held, **now.counts}, at))
        return {"more": False}

    return transact(lambda: ports.begin(operation), attempt)


def _write(work: Work, user: User, rows: LeaverRows) -> None:
    for before, after in rows.register:
        work.put_register_line(before, after)
    for earlier, later in rows.account:
        work.put_account_line(earlier, later)
    work.forget_entrances(user.id, rows.sessions, rows.devices)


def _close(work: Work, actor: Actor, user: User, at: datetime) -> None:
    after = left_behind(user, at)
    work.put_user(user, after)
    work.record_change(user_record(actor, at, after, ChangeKind.ERASED, ()))


def _done(order: Erasure, gone: dict[str, int], at: datetime) -> Erasure:
    """Counted and ended in one step."""
    return done(counted(order, gone), at)
