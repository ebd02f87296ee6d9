"""What every change of a unit's arrangement shares: ask, load, change, commit on condition that nobody else did."""

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ArrangementKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

Act = Callable[[Arrangement], Arrangement]
NOTHING: Mapping[str, Any] = {}


def arrange(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    action: Action,
    unit: str,
    act: Act,
    reply: Mapping[str, Any] = NOTHING,
) -> Reply:
    """Do ``act`` on the arrangement; -> ``{"version"}`` and ``reply``. Raises Forbidden, what ``act`` refuses."""
    allow(actor, action)

    def attempt(work: Work) -> Reply:
        (kept,) = work.load(ArrangementKey(unit))
        before = kept or Arrangement(unit)
        work.put_arrangement(kept, act(before))
        return {"version": before.n + 1, **reply}

    return transact(lambda: ports.begin(operation), attempt)
