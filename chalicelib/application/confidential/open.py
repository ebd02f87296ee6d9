"""Open a confidential process with the password, and the code of who is enrolled, in this session and for a while
(SIG-01)."""

from datetime import timedelta

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.session.reauthentication import Reauthentication, Typed
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.identity import Actor, Session
from chalicelib.domain.policy import Action

#: Long enough to read a document, short enough for a desk that somebody left.
OPEN_FOR = timedelta(minutes=30)


def open_confidential(
    ports: Ports, actor: Actor, operation: Operation, session: Session, process_id: str, typed: Typed
) -> Reply:
    """-> ``{"until"}``: an instant. Nobody tries passwords on what does not exist for them.

    Raises NotFound, Forbidden ``not_confidential``, Unauthenticated ``wrong_password``, ``one_time_code_required`` or
    ``wrong_code``, TooManyAttempts.
    """
    proof = Reauthentication(ports, actor, operation, typed, "O processo não foi aberto.")
    until = proof.at + OPEN_FOR

    def attempt(work: Work) -> Reply:
        found, hashed, factor = work.load(ProcessKey(process_id), *proof.keys)
        process = allow_on_process(actor, Action.CONFIDENTIAL_OPEN, found)
        proof.check(work, hashed, factor)
        work.keep_opening(session, process.id, until)
        return {"until": until.isoformat()}

    return proof.transact(lambda: ports.begin(operation), attempt)
