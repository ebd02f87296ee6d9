"""Sign with the password, typed in the very request and bound to the content seen (DOC-10)."""

from dataclasses import dataclass

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, PasswordKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import document as documents
from chalicelib.domain import filing
from chalicelib.domain.access import Context
from chalicelib.domain.document import Document
from chalicelib.domain.errors import Unauthenticated
from chalicelib.domain.identity import Actor
from chalicelib.domain.login import check_attempts
from chalicelib.domain.policy import Action
from chalicelib.domain.presence import Signal
from chalicelib.domain.process import check_active
from chalicelib.domain.signature import Signature


@dataclass(frozen=True, slots=True)
class SignForm:
    """The dialog: ``digest`` (hex) is that of the text the signer had before the eyes."""

    password: str
    role_title: str
    digest: str


def sign_document(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str, form: SignForm
) -> Reply:
    """Sign; -> ``{"signatures", "crc"}``.

    Raises NotFound, Forbidden, Unauthenticated ``wrong_password``, TooManyAttempts, Conflict
    ``document_changed``, Refused ``already_signed`` or ``no_place_for_signature``.
    """
    now = ports.now()
    account = [f"account.{actor.user.id}"]
    checked: list[str | None] = []

    def check_password(hashed: str | None) -> None:
        if checked and checked[0] == hashed:
            return
        failures = ports.identity.failures(actor.tenant, account, now)
        check_attempts(failures, now)
        if not ports.passwords.verify(hashed, form.password):
            ports.identity.fail(actor.tenant, account, now)
            raise Unauthenticated("wrong_password", "A senha não confere. O documento não foi assinado.")
        if any(count for count, _ in failures):
            ports.identity.forgive(actor.tenant, account)
        checked[:] = [hashed]

    def attempt(work: Work) -> Reply:
        process, document, hashed = work.load(
            ProcessKey(process_id), DocumentKey(process_id, document_id), PasswordKey(actor.user.id)
        )
        # Nobody tries passwords against a document that is not theirs to read.
        allow_on_document(actor, Action.DOCUMENT_READ, process, document)
        check_password(hashed)
        proven = Context(reauthenticated=True)
        allow_on_document(actor, Action.DOCUMENT_SIGN, process, document, proven)
        check_active(process)
        signature = Signature(
            signer=actor.user,
            role_title=form.role_title,
            unit=actor.unit,
            at=now,
            method="password",
            digest=form.digest,
            address=actor.address,
        )
        signed, facts = documents.sign(document, signature)
        work.put_document(document, signed)
        change = filing.record(process, actor, facts, now, Signal.DOCUMENT_SIGNED)
        work.change_process(process, change)
        return {"signatures": signatures(signed), "crc": signed.text.crc if signed.text else None}

    return transact(lambda: ports.begin(operation), attempt)


def signatures(document: Document) -> list[dict[str, object]]:
    """The signatures as anybody who reads the document may see them (DOC-16)."""
    return [
        {
            "signer": {"id": made.signer.id, "name": made.signer.name},
            "role_title": made.role_title,
            "unit": {"id": made.unit.id, "acronym": made.unit.acronym},
            "at": made.at.isoformat().replace("+00:00", "Z"),
            "method": made.method,
        }
        for made in document.signatures
    ]
