"""What every act on the rollout shares: load it, change it, keep what was changed, commit if nobody else did."""

from collections.abc import Callable, Sequence
from datetime import datetime

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import RolloutKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.change_record import ChangeKind, ChangeRecord, FieldChange
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.rollout import Rollout, seen_rollout

#: The name of the rollout in the record of changes; its lines are those of items, and this code those of going live.
TABLE, WHOLE = "rollout", "live"


def act_on_rollout(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    action: Action,
    expected: int,
    act: Callable[[Rollout, datetime], Rollout],
    told: tuple[str, str, Sequence[FieldChange], str],
) -> Reply:
    """``told``: code and name of what was changed, how, and why. -> ``{"id", "revision"}``.

    Raises Forbidden, Conflict ``rollout_changed``, what ``act`` refuses.
    """
    allow(actor, action)
    # Once for all attempts: what a lost reply wrote is what the next attempt would write.
    at = ports.now()
    code, name, changes, reason = told

    def attempt(work: Work) -> Reply:
        (found,) = work.load(RolloutKey())
        after = act(seen_rollout(found, expected), at)
        work.put_rollout(found, after)
        work.record_change(
            ChangeRecord(TABLE, code, name, ChangeKind.CHANGED, actor.user, actor.unit, at, tuple(changes), reason)
        )
        return {"id": code, "revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)
