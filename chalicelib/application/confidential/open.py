"""Open a confidential process with the password, in this session and for a while (SIG-01)."""

from datetime import datetime, timedelta

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports
from chalicelib.application.references import PasswordKey, ProcessKey
from chalicelib.application.session.reauthentication import check_password
from chalicelib.domain.identity import Actor, Session
from chalicelib.domain.policy import Action

#: Long enough to read a document, short enough for a desk that somebody left.
OPEN_FOR = timedelta(minutes=30)


def open_confidential(
    ports: Ports, actor: Actor, session: Session, process_id: str, password: str
) -> datetime:
    """-> until when it is open. Nobody tries passwords on what does not exist for them.

    Raises NotFound, Forbidden ``not_confidential``, Unauthenticated ``wrong_password``, TooManyAttempts.
    """
    now = ports.now()
    found, hashed = ports.reader.get(ProcessKey(process_id), PasswordKey(actor.user.id))
    process = allow_on_process(actor, Action.CONFIDENTIAL_OPEN, found)
    # The code of who is enrolled was shown when the session began; SEI too asks for the password only.
    check_password(ports, actor, hashed, password, "O processo não foi aberto.")
    until = now + OPEN_FOR
    ports.identity.keep_open(session, process.id, until)
    return until
