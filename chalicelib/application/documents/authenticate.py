"""Authenticate a digitized document with the password, typed in the act and bound to the file (DOC-13)."""

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey
from chalicelib.application.session.reauthentication import Reauthentication
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import authenticating, filing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.presence import Signal

from .freezing import seal_authentication
from .sign import signatures
from .signing_by_password import SignersProof, SignForm, proven_signature


def authenticate_document(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    process_id: str,
    document_id: str,
    form: SignForm,
    proof: Reauthentication | None = None,
) -> Reply:
    """Certify; -> ``{"signatures"}``. ``form.digest`` is that of the file that was read, ``proof`` the one of other
    documents of the same request.

    Raises NotFound, Forbidden, Unauthenticated ``wrong_password``, TooManyAttempts, Conflict
    ``document_changed``, Refused ``not_for_authentication`` or ``already_authenticated``, InvalidRequest
    ``role_title_not_of_unit``.
    """
    now = ports.now()
    key = DocumentKey(process_id, document_id)
    proof = proof or SignersProof(ports, actor, operation, form.password, form.one_time_code)

    def attempt(work: Work) -> Reply:
        process, document, made = proven_signature(
            ports, actor, work, Action.DOCUMENT_AUTHENTICATE, key, form, proof
        )
        certified = authenticating.authenticate(document, made)
        sealed, facts, seal = seal_authentication(ports, actor, process, certified)
        work.put_document(document, sealed)
        work.put_seal(seal)
        work.change_process(process, filing.record(process, actor, facts, now, Signal.DOCUMENT_SIGNED))
        return {"signatures": signatures(sealed)}

    return proof.transact(lambda: ports.begin(operation), attempt)
