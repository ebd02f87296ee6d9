"""What the acts on holdings share: the password, and which processes are within reach (SIG-08)."""

from collections.abc import Callable, Sequence

from chalicelib.application.authorisation import allow, subject
from chalicelib.application.confidential.row import credential_rows
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.session.reauthentication import Reauthentication, Typed
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.errors import Refused
from chalicelib.domain.holdings import Reach, check_in_reach
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.process import Change, Process

#: Processes or credentials of one order: with their rows and entries they fit one transaction.
MAXIMUM = 15
#: Of the hundred items of a transaction, one is the operation's, and the second factor and what was counted are three.
_ITEMS = 96
Act = Callable[[Work, Sequence[Process]], Sequence[Change]]


def reach_of(actor: Actor) -> Reach:
    """Their unit, and their agency for who may read all of it."""
    everywhere = decide(subject(actor), Action.HOLDINGS_READ_ALL).allowed
    return Reach(actor.unit.id, actor.agency, everywhere)


def act_on_holdings(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    action: Action,
    typed: Typed,
    processes: Sequence[str],
    act: Act,
) -> Reply:
    """Do ``act``, which answers a change for each process in their order, to all or to none; -> ``{"done"}``.

    Raises Forbidden, Unauthenticated ``wrong_password``, ``one_time_code_required`` or ``wrong_code``, TooManyAttempts,
    NotFound, Refused ``too_many_at_once``, whatever ``act`` refuses.
    """
    allow(actor, action)
    reach, wanted = reach_of(actor), list(dict.fromkeys(processes))
    proof = Reauthentication(ports, actor, operation, typed, "Nada foi alterado.")

    def attempt(work: Work) -> Reply:
        hashed, factor, *loaded = work.load(*proof.keys, *(ProcessKey(one) for one in wanted))
        proof.check(work, hashed, factor)
        found = [check_in_reach(one, reach) for one in loaded]
        changes = act(work, found)
        if sum(map(_items, found, changes)) > _ITEMS:
            message = "São credenciais demais para uma vez só. Escolha menos processos e repita com os outros."
            raise Refused("too_many_at_once", message)
        for process, change in zip(found, changes, strict=True):
            work.change_process(process, change)
        return {"done": len(found)}

    return proof.transact(lambda: ports.begin(operation), attempt)


def _items(before: Process, change: Change) -> int:
    """At most: the process, for each act its entry, its unit's row and its person's count, and the rows it moved."""
    rows, after = credential_rows(before), credential_rows(change.process)
    moved = sum(rows.get(seat) != after.get(seat) for seat in rows.keys() | after.keys())
    return 1 + 3 * len(change.acts) + moved
