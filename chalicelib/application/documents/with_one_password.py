"""An act that a password proves, on many documents: a result for each, none undoes another (DOC-10, DOC-13)."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

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


@dataclass(frozen=True, slots=True)
class OnePassword:
    """What the dialog asks once, however many documents it has."""

    password: str
    role_title: str
    one_time_code: str = ""


class ActOnOne(Protocol):
    """The act on one document, as ``sign_document`` is."""

    def __call__(
        self,
        ports: Ports,
        actor: Actor,
        operation: Operation,
        process_id: str,
        document_id: str,
        form: SignForm,
        proof: Reauthentication,
    ) -> Reply: ...


def on_each(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    action: Action,
    typed: OnePassword,
    wanted: Sequence[ToSign],
    act: ActOnOne,
    told: Callable[[Reply | None], dict[str, Any]],
) -> Reply:
    """Do ``act`` to one after the other; -> ``{"results"}`` in the order asked, each with what ``told`` says of its
    reply, or of None when it was refused.

    Each document has its own operation row, so the same request again does only what it had not done yet.
    One code serves all of them: the first spends it, the others know it by the request.
    Raises Forbidden, Unauthenticated ``wrong_password``, ``one_time_code_required`` or ``wrong_code``, TooManyAttempts,
    InvalidRequest.
    """
    allow(actor, action)
    proof = SignersProof(ports, actor, operation, typed.password, typed.one_time_code)
    results = []
    for place, one in enumerate(wanted):
        own = Operation(operation.user, f"{operation.key}.{place}", operation.digest)
        form = SignForm(typed.password, typed.role_title, one.digest, typed.one_time_code)
        said: dict[str, Any] = {"process": one.process, "document": one.document, "code": None, "message": None}
        try:
            said |= told(act(ports, actor, own, one.process, one.document, form, proof))
        except OF_ALL:
            raise
        except errors.DomainError as refusal:
            said |= {**told(None), "code": refusal.code, "message": refusal.message}
        results.append(said)
    return {"results": results}
