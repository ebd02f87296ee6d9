"""What every act on a user shares: load it, change it, keep what was changed, commit if nobody else did."""

from collections.abc import Callable, Sequence
from datetime import datetime

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import TaxpayerKey, UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.change_record import ChangeKind, ChangeRecord, FieldChange
from chalicelib.domain.identity import Actor, User
from chalicelib.domain.policy import Action
from chalicelib.domain.user_register import check_taxpayer, seen

#: The name of the users' table in the record of changes.
USERS = "users"
Act = Callable[[User], tuple[User, ChangeKind, Sequence[FieldChange]]]


def act_on_user(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    action: Action,
    login: str,
    expected: int,
    act: Act,
    reason: str = "",
) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, NotFound, Conflict ``user_changed``, what ``act`` refuses."""
    allow(actor, action)
    # Once for all attempts: what a lost reply wrote is what the next attempt would write.
    at = ports.now()

    def attempt(work: Work) -> Reply:
        (found,) = work.load(UserKey(login))
        user = seen(found, expected)
        after, kind, changes = act(user)
        if after.taxpayer and after.taxpayer != user.taxpayer:
            (owner,) = work.load(TaxpayerKey(after.taxpayer))
            check_taxpayer(owner, login)
        work.put_user(user, after)
        work.record_change(user_record(actor, at, after, kind, changes, reason))
        return {"id": login, "revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)


def user_record(
    actor: Actor,
    at: datetime,
    user: User,
    kind: ChangeKind,
    changes: Sequence[FieldChange],
    reason: str = "",
) -> ChangeRecord:
    """The line of the history of a user."""
    return ChangeRecord(
        table=USERS,
        code=user.id,
        name=user.person.name,
        kind=kind,
        by=actor.user,
        unit=actor.unit,
        at=at,
        changes=tuple(changes),
        reason=reason,
    )
