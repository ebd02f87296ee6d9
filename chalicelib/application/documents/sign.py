"""Sign with the password, typed in the very request and bound to the content seen (DOC-10)."""

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey
from chalicelib.application.session.reauthentication import Reauthentication
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import document as documents
from chalicelib.domain import filing
from chalicelib.domain.document import Document
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.presence import Signal
from chalicelib.domain.signature import Signature
from chalicelib.domain.signing_credentials import used

from .freezing import freeze_signature
from .signing_by_password import SignersProof, SignForm, proven_signature
from .signing_terms import minimum_level


def sign_document(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    process_id: str,
    document_id: str,
    form: SignForm,
    proof: Reauthentication | None = None,
) -> Reply:
    """Sign; -> ``{"signatures", "crc"}``. ``proof`` is the one of other documents of the same request.

    Raises NotFound, Forbidden, Unauthenticated ``wrong_password``, TooManyAttempts, Conflict
    ``document_changed``, Refused ``already_signed``, ``no_place_for_signature`` or ``signature_level_too_low``,
    InvalidRequest ``role_title_not_of_unit``.
    """
    now = ports.now()
    key = DocumentKey(process_id, document_id)
    proof = proof or SignersProof(ports, actor, operation, form.password, form.one_time_code)

    def attempt(work: Work) -> Reply:
        process, document, made = proven_signature(
            ports, actor, work, Action.DOCUMENT_SIGN, key, form, proof
        )
        signed, _ = documents.sign(document, made, minimum_level(ports, document))
        sealed, facts, seal = freeze_signature(ports, actor, process, signed)
        work.put_document(document, sealed)
        work.put_seal(seal)
        change = filing.record(process, actor, facts, now, Signal.DOCUMENT_SIGNED)
        work.change_process(process, used(change, actor, sealed))
        return {"signatures": signatures(sealed), "crc": sealed.text.crc if sealed.text else None}

    return proof.transact(lambda: ports.begin(operation), attempt)


def signatures(document: Document) -> list[dict[str, object]]:
    """The signatures as anybody who reads the document may see them (DOC-16)."""
    return [
        {
            "signer": {"id": made.signer.id, "name": made.signer.name},
            "role_title": made.role_title,
            "unit": {"id": made.unit.id, "acronym": made.unit.acronym},
            "at": made.at.isoformat().replace("+00:00", "Z"),
            "method": made.method,
            "level": made.level.value,
            "certificate": certificate_of(made),
        }
        for made in document.signatures
    ]


def certificate_of(made: Signature) -> dict[str, object] | None:
    """The certificate as anybody may see it: without the holder's CPF."""
    if made.certified is None:
        return None
    holder, dated = made.certified.holder, made.certified.timestamp
    return {
        "holder": holder.name,
        "serial": holder.serial,
        "issuer": holder.issuer,
        "policy": made.certified.policy,
        "timestamp": dated.isoformat().replace("+00:00", "Z") if dated else None,
    }
