"""What every act on a system shares: load it, change it, keep what was changed, commit if nobody else did."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ServiceAccountKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.change_record import ChangeKind, ChangeRecord, differences
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.service_account import ServiceAccount, seen
from chalicelib.domain.service_register import described

#: The name of the systems' table in the record of changes.
TABLE = "service-accounts"
KEEP = Action.SERVICE_ACCOUNT_KEEP
Act = Callable[[ServiceAccount], ServiceAccount]


def act_on_service(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    action: Action,
    where: tuple[str, int | None],
    kind: ChangeKind,
    act: Act,
    told: tuple[str, Mapping[str, str]] = ("", {}),
) -> Reply:
    """``where``: code and revision seen, None where any will do; ``told``: why, and what the reply says besides.

    -> ``{"id", "revision"}``. Raises Forbidden, NotFound, Conflict ``service_account_changed``, what ``act`` refuses.
    """
    allow(actor, action)
    # Once for all attempts: what a lost reply wrote is what the next attempt would write.
    at = ports.now()
    code, expected = where
    reason, more = told

    def attempt(work: Work) -> Reply:
        (found,) = work.load(ServiceAccountKey(code))
        before = seen(found, found.revision if found and expected is None else expected or 0)
        after = act(before)
        work.put_service_account(before, after)
        work.record_change(service_record(ports, actor, at, before, after, kind, reason))
        return {"id": code, "revision": after.revision, **more}

    return transact(lambda: ports.begin(operation), attempt)


def service_record(
    ports: Ports,
    actor: Actor,
    at: datetime,
    before: ServiceAccount | None,
    after: ServiceAccount,
    kind: ChangeKind,
    reason: str = "",
) -> ChangeRecord:
    """The line of the history of a system."""
    names = unit_names(ports), type_names(ports)
    return ChangeRecord(
        table=TABLE,
        code=after.id,
        name=after.data.name,
        kind=kind,
        by=actor.user,
        unit=actor.unit,
        at=at,
        changes=differences(described(before, *names) if before else {}, described(after, *names)),
        reason=reason,
    )


def unit_names(ports: Ports, active: bool = False) -> dict[str, str]:
    """Unit -> acronym; with ``active`` only those in use."""
    return {one.id: one.acronym for one in ports.catalogues.units().values() if one.active or not active}


def type_names(ports: Ports) -> dict[str, str]:
    """Process type -> name."""
    return {one.code: one.name for one in ports.catalogues.process_types().values()}


def civil_day(ports: Ports) -> date:
    """Today, where the tenant is."""
    return ports.now().astimezone(ports.zone).date()
