"""Finish a signature by certificate with what the signer's key made: the file, the seal and the entry (DOC-10)."""

from dataclasses import replace

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.documents.freezing import freeze_signature
from chalicelib.application.documents.sign import signatures
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, PreparationKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import filing
from chalicelib.domain.certificate import gone
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.presence import Signal
from chalicelib.domain.version import CertifiedFile

from .acting import PROVEN, begun


def finish_signature(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    process_id: str,
    document_id: str,
    preparation_id: str,
    signature: str,
) -> Reply:
    """Sign; -> ``{"signatures", "crc"}``. ``signature`` (Base64) is of the bytes that were to be signed.

    Raises NotFound, Forbidden, Conflict ``document_changed`` or ``preparation_gone``, Refused ``preparation_expired``,
    ``signature_of_another_key``, ``certificate_revoked`` and what signing refuses, Unavailable.
    """
    now = ports.now()
    keys = ProcessKey(process_id), DocumentKey(process_id, document_id)
    mine = PreparationKey(process_id, document_id, actor.user.id)
    files: dict[str, CertifiedFile] = {}

    def attempt(work: Work) -> Reply:
        process, document, ready = work.load(*keys, mine)
        process, document = allow_on_document(actor, Action.DOCUMENT_SIGN, process, document, PROVEN)
        if ready is None:
            raise gone()
        thought = begun(ports, actor, (process, document), ready.role_title, ready.digest, ready.at)
        ready.check(preparation_id, thought.printed, thought.base.sha256 if thought.base else "", now)
        if ready.id not in files:
            files[ready.id] = ports.certificates.finish(ready.pdf, ready.state, signature).made
        *earlier, last = thought.signed.signatures
        signed = replace(thought.signed, signatures=(*earlier, replace(last, certified=files[ready.id])))
        sealed, facts, seal = freeze_signature(ports, actor, process, signed)
        work.put_document(document, sealed)
        work.put_seal(seal)
        work.put_preparation(ready, None)
        work.put_certified(sealed)
        work.change_process(process, filing.record(process, actor, facts, now, Signal.DOCUMENT_SIGNED))
        return {"signatures": signatures(sealed), "crc": sealed.text.crc if sealed.text else None}

    return transact(lambda: ports.begin(operation), attempt)
