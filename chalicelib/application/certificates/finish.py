"""Finish a signature with what the key made elsewhere: the file, the seal and the entry (DOC-10)."""

from dataclasses import replace

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.documents.freezing import freeze_signature
from chalicelib.application.documents.sign import signatures
from chalicelib.application.govbr.terms import registered
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, PreparationKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import filing
from chalicelib.domain.certificate import GOVBR, METHOD, gone
from chalicelib.domain.document import Document
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.presence import Signal
from chalicelib.domain.signing_credentials import used
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
    method: str = METHOD,
) -> Reply:
    """Sign; -> ``{"signatures", "crc"}``. ``signature`` (Base64): of the bytes that were to be signed, or gov.br's CMS.
    Raises NotFound, Forbidden, Conflict ``document_changed`` or ``preparation_gone``, Refused for what signing refuses
    and for a signature or a certificate that is not good, Unavailable.
    """
    now = ports.now()
    keys = _keys(process_id, document_id, actor)
    files: dict[str, CertifiedFile] = {}
    def attempt(work: Work) -> Reply:
        process, document, ready = work.load(*keys)
        process, document = allow_on_document(actor, Action.DOCUMENT_SIGN, process, document, PROVEN)
        if ready is None:
            raise gone()
        ready.check(preparation_id, now, method)
        thought = begun(ports, actor, (process, document), ready.role_title, ready.digest, ready.at, method)
        ready.check_unchanged(thought.printed, thought.base.sha256 if thought.base else "")
        if ready.id not in files:
            # The certificate of gov.br comes only now; another was looked at in the beginning.
            taxpayer = registered(ports, actor) if method == GOVBR else ""
            files[ready.id] = ports.certificates.finish(ready.pdf, ready.state, signature, taxpayer).made
        sealed, facts, seal = freeze_signature(ports, actor, process, _with(thought.signed, files[ready.id]))
        work.put_document(document, sealed)
        work.put_seal(seal)
        work.put_preparation(ready, None)
        work.put_certified(sealed)
        change = filing.record(process, actor, facts, now, Signal.DOCUMENT_SIGNED)
        work.change_process(process, used(change, actor, document))
        return {"signatures": signatures(sealed), "crc": sealed.text.crc if sealed.text else None}

    return transact(lambda: ports.begin(operation), attempt)


def _keys(process: str, document: str, actor: Actor) -> tuple[ProcessKey, DocumentKey, PreparationKey]:
    mine = PreparationKey(process, document, actor.user.id)
    return ProcessKey(process), DocumentKey(process, document), mine


def _with(signed: Document, file: CertifiedFile) -> Document:
    """The file that holds the last signature, beside it."""
    *earlier, last = signed.signatures
    return replace(signed, signatures=(*earlier, replace(last, certified=file)))
