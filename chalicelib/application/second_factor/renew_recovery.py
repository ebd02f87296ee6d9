"""Take other recovery codes in the place of those of before (ACC-02)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.session.reauthentication import Reauthentication, Typed
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import second_factor as factors
from chalicelib.domain.account import AccountChange, AccountEvent
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def renew_recovery_codes(
    ports: Ports, actor: Actor, operation: Operation, typed: Typed, seed: bytes
) -> Sequence[str]:
    """-> the new codes, shown this once; see ``confirm_second_factor``.

    Raises Refused ``second_factor_absent``, Unauthenticated ``wrong_password``, ``one_time_code_required`` or
    ``wrong_code``, TooManyAttempts.
    """
    allow(actor, Action.SECOND_FACTOR_KEEP)
    proof = Reauthentication(ports, actor, operation, typed)

    def attempt(work: Work) -> Reply:
        hashed, found = work.load(*proof.keys)
        factor = factors.enrolled(found)
        salt = ports.identifier()
        codes = factors.recovery_codes(seed, salt)
        work.put_second_factor(factor, factors.with_new_recovery(proof.proven(work, hashed, factor), codes))
        change = AccountChange.RECOVERY_RENEWED
        work.remember(AccountEvent(actor.user.id, change, actor.user, proof.at, actor.address))
        return {"salt": salt}

    done = proof.transact(lambda: ports.begin(operation), attempt)
    return factors.recovery_codes(seed, str(done["salt"]))
