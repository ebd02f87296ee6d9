"""Give up one's own credential (SIG-05)."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey, UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import credentialing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process

MOST_DRAFTS = 100


def renounce_credential(ports: Ports, actor: Actor, operation: Operation, process_id: str) -> Reply:
    """Raises NotFound, Forbidden, Refused ``last_credential``, ``own_drafts``."""
    now = ports.now()

    def attempt(work: Work) -> Reply:
        (found,) = work.load(ProcessKey(process_id))
        process = allow_on_process(actor, Action.CREDENTIAL_RENOUNCE, found)
        others = _others_who_work_there(ports, work, process, actor)
        drafts = ports.reader.drafts(process.id, MOST_DRAFTS)
        own = sum(draft.author.id == actor.user.id and draft.unit.id == actor.unit.id for draft in drafts)
        change = credentialing.renounce(process, actor, now, others, own)
        return {"version": work.change_process(process, change).n}

    return transact(lambda: ports.begin(operation), attempt)


def _others_who_work_there(
    ports: Ports, work: Work, process: Process, actor: Actor
) -> frozenset[tuple[str, str]]:
    """Who else may open it today: a credential lets nobody in who no longer works in its unit."""
    today = ports.now().astimezone(ports.zone).date()
    seats = [
        each.seat for each in process.credentials if each.live and each.seat != (actor.user.id, actor.unit.id)
    ]
    people = dict.fromkeys(user for user, _ in seats)
    if not people:
        return frozenset()
    units = ports.catalogues.units()
    known = dict(zip(people, work.load(*(UserKey(user) for user in people)), strict=True))
    return frozenset(
        (user, unit) for user, unit in seats if known[user] and known[user].works_in(unit, today, units)
    )
