"""What signing and authenticating have in common: who signs proves it in the act, and the signature it makes."""

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.session.reauthentication import Reauthentication, Typed
from chalicelib.application.transaction import Operation
from chalicelib.domain.access import Context
from chalicelib.domain.document import Document
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process, check_active
from chalicelib.domain.signature import Signature, check_role_title
from chalicelib.domain.value import dataclass

from .signing_terms import free_role_titles, password_level, role_titles


@dataclass(frozen=True, slots=True)
class SignForm:
    """The dialog: ``digest`` (hex) is that of what the signer had before the eyes."""

    password: str
    role_title: str
    digest: str
    one_time_code: str = ""


class SignersProof(Reauthentication):
    """What was typed in the dialog, verified once however many documents it signs (DOC-10)."""

    def __init__(self, ports: Ports, actor: Actor, operation: Operation, password: str, code: str) -> None:
        super().__init__(ports, actor, operation, Typed(password, code), "O documento não foi assinado.")


def proven_signature(
    ports: Ports, actor: Actor, work: Work, action: Action, key: DocumentKey, form: SignForm, proof: Reauthentication
) -> tuple[Process, Document, Signature]:
    """Load the document and make the signature that ``form`` asks for, not yet put anywhere.

    Raises NotFound, Forbidden, Unauthenticated ``wrong_password``, ``one_time_code_required`` or ``wrong_code``,
    TooManyAttempts, InvalidRequest ``role_title_not_of_unit``.
    """
    process, document, hashed, factor = work.load(ProcessKey(key.process), key, *proof.keys)
    # Nobody tries passwords against a document that is not theirs to read.
    allow_on_document(actor, Action.DOCUMENT_READ, process, document)
    proof.check(work, hashed, factor)
    process, document = allow_on_document(actor, action, process, document, Context(reauthenticated=True))
    check_active(process)
    check_role_title(form.role_title, role_titles(ports, actor), free_role_titles(ports))
    made = Signature(
        signer=actor.user,
        role_title=form.role_title,
        unit=actor.unit,
        at=proof.at,
        method="password",
        digest=form.digest,
        address=actor.address,
        level=password_level(ports),
        entry=process.n + 1,
    )
    return process, document, made
