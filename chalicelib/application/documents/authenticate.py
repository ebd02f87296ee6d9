"""Authenticate a digitized document with the password, typed in the act and bound to the file (DOC-13)."""

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, PasswordKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import authenticating, filing
from chalicelib.domain.access import Context
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.presence import Signal
from chalicelib.domain.process import check_active
from chalicelib.domain.signature import Signature, check_role_title

from .password_proof import PasswordProof
from .sign import SignForm, signatures
from .signing_terms import free_role_titles, password_level, role_titles


def authenticate_document(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str, form: SignForm
) -> Reply:
    """Certify; -> ``{"signatures"}``. ``form.digest`` is that of the file that was read.

    Raises NotFound, Forbidden, Unauthenticated ``wrong_password``, TooManyAttempts, Conflict
    ``document_changed``, Refused ``not_for_authentication`` or ``already_authenticated``, InvalidRequest
    ``role_title_not_of_unit``.
    """
    now = ports.now()
    proof = PasswordProof(ports, actor, form.password, now)

    def attempt(work: Work) -> Reply:
        process, document, hashed = work.load(
            ProcessKey(process_id), DocumentKey(process_id, document_id), PasswordKey(actor.user.id)
        )
        # Nobody tries passwords against a document that is not theirs to read.
        allow_on_document(actor, Action.DOCUMENT_READ, process, document)
        proof.check(hashed)
        proven = Context(reauthenticated=True)
        allow_on_document(actor, Action.DOCUMENT_AUTHENTICATE, process, document, proven)
        check_active(process)
        check_role_title(form.role_title, role_titles(ports, actor), free_role_titles(ports))
        made = Signature(
            signer=actor.user,
            role_title=form.role_title,
            unit=actor.unit,
            at=now,
            method="password",
            digest=form.digest,
            address=actor.address,
            level=password_level(ports),
        )
        certified, facts = authenticating.authenticate(document, made)
        work.put_document(document, certified)
        work.change_process(process, filing.record(process, actor, facts, now, Signal.DOCUMENT_SIGNED))
        return {"signatures": signatures(certified)}

    return transact(lambda: ports.begin(operation), attempt)
