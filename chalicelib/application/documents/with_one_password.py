"""An act that a password proves, on many documents: a result for each, none undoes another (DOC-10, DOC-13)."""

from collections.abc import Callable, Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.session.reauthentication import Reauthentication
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import errors
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .signing_by_password import SignersProof, SignForm

#: Each is a transaction of its own, one after the other, within what a request may last.
MAXIMUM = 50
#: What is wrong with the whole request, or with the installation, and not with one document.
OF_ALL = (
    errors.Unauthenticated,
    errors.TooManyAttempts,
    errors.InvalidRequest,
    errors.OperationMismatch,
    errors.Unavailable,
)


@dataclass(frozen=True, slots=True)
class ToSign:
    """One document, as it was read: ``digest`` (hex) is that of what was before the signer's eyes."""

    process: str
    document: str
    digest: str


ActOnOne = Callable[[Operation, ToSign, SignForm, Reauthentication], Reply]


def each_proven(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    action: Action,
    words: tuple[str, str, str],
    wanted: Sequence[ToSign],
    act: ActOnOne,
) -> list[Reply | errors.DomainError]:
    """Do ``act`` to one after the other; ``words``: password, role title, code; -> what became of each.

    Each document has its own operation row, so the same request again does only what it had not done yet.
    One code serves all of them: the first spends it, the others know it by the request.
    Raises Forbidden, Unauthenticated ``wrong_password``, ``one_time_code_required`` or ``wrong_code``, TooManyAttempts,
    InvalidRequest.
    """
    allow(actor, action)
    password, role_title, code = words
    proof = SignersProof(ports, actor, operation, password, code)
    outcomes: list[Reply | errors.DomainError] = []
    for place, one in enumerate(wanted):
        own = Operation(operation.user, f"{operation.key}.{place}", operation.digest)
        try:
            outcomes.append(act(own, one, SignForm(password, role_title, one.digest, code), proof))
        except OF_ALL:
            raise
        except errors.DomainError as refusal:
            outcomes.append(refusal)
    return outcomes
