"""Sign documents of any processes with one password: a result for each, none undoes another (DOC-10, demands 7)."""

from collections.abc import Sequence
from typing import Any

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.session.reauthentication import Reauthentication
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import errors
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .sign import sign_document
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
    """One document, as it was read: ``digest`` (hex) is that of the text before the signer's eyes."""

    process: str
    document: str
    digest: str


def sign_documents(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    password: str,
    role_title: str,
    wanted: Sequence[ToSign],
    one_time_code: str = "",
) -> Reply:
    """Sign one after the other; -> ``{"results"}``, in the order asked.

    Each document has its own operation row, so the same request again signs only what it had not signed yet.
    One code serves all of them: the first spends it, the others know it by the request.
    Raises Forbidden, Unauthenticated ``wrong_password``, ``one_time_code_required`` or ``wrong_code``, TooManyAttempts,
    InvalidRequest.
    """
    allow(actor, Action.DOCUMENT_SIGN_MANY)
    proof = SignersProof(ports, actor, operation, password, one_time_code)
    results = []
    for place, one in enumerate(wanted):
        own = Operation(operation.user, f"{operation.key}.{place}", operation.digest)
        form = SignForm(password, role_title, one.digest, one_time_code)
        results.append(_attempt(ports, actor, own, one, form, proof))
    return {"results": results}


def _attempt(
    ports: Ports, actor: Actor, operation: Operation, one: ToSign, form: SignForm, proof: Reauthentication
) -> dict[str, Any]:
    place = {"process": one.process, "document": one.document}
    try:
        done = sign_document(ports, actor, operation, one.process, one.document, form, proof)
    except OF_ALL:
        raise
    except errors.DomainError as refusal:
        return {**place, "signed": False, "crc": None, "code": refusal.code, "message": refusal.message}
    return {**place, "signed": True, "crc": done["crc"], "code": None, "message": None}
