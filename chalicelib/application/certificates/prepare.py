"""Begin a signature by a key elsewhere: the file is made ready, and what the key is to sign is told (DOC-10)."""

from datetime import datetime

from chalicelib.application.govbr.terms import check_offered, registered
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, PreparationKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.certificate import GOVBR, METHOD, PATIENCE, Preparation, check_holder
from chalicelib.domain.identity import Actor
from chalicelib.domain.value import dataclass

from .acting import Begun, begun
from .ports import Prepared, ToPrepare


@dataclass(frozen=True, slots=True)
class PrepareForm:
    """``chain``: certificates (DER, Base64), the signer's first, none for gov.br; ``digest``: of the text read."""

    chain: tuple[str, ...]
    role_title: str
    digest: str
    method: str = METHOD


def prepare_signature(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str, form: PrepareForm
) -> Reply:
    """Make the file ready; -> ``{"id", "to_sign", "expires_at"}``. Another preparation of the same person is left.

    Raises NotFound, Forbidden, Conflict ``document_changed``, Refused for what signing refuses and for a
    certificate that is not good or not the signer's, Unavailable; Refused ``govbr_not_offered``.
    """
    now, identifier = ports.now(), ports.identifier()
    keys = ProcessKey(process_id), DocumentKey(process_id, document_id)
    mine = PreparationKey(process_id, document_id, actor.user.id)
    ready: dict[str, Prepared] = {}

    def attempt(work: Work) -> Reply:
        process, document, before = work.load(*keys, mine)
        thought = begun(ports, actor, (process, document), form.role_title, form.digest, now, form.method)
        if form.method == GOVBR:
            check_offered(ports)
        taxpayer = registered(ports, actor)
        if thought.printed not in ready:
            ready.clear()
            model, _ = ports.contents.put(thought.described, "application/json")
            field = f"Assinatura{len(thought.signed.signatures)}"
            wanted = ToPrepare(model, thought.base, form.chain, field, now, form.method)
            ready[thought.printed] = ports.certificates.prepare(wanted)
        made = ready[thought.printed]
        if made.holder:
            check_holder(made.holder, taxpayer)
        work.put_preparation(before, _prepared(identifier, actor, now, form, thought, made))
        until = (now + PATIENCE).isoformat().replace("+00:00", "Z")
        return {"id": identifier, "to_sign": made.to_sign, "expires_at": until}

    return transact(lambda: ports.begin(operation), attempt)


def _prepared(
    identifier: str, actor: Actor, at: datetime, form: PrepareForm, thought: Begun, made: Prepared
) -> Preparation:
    return Preparation(
        id=identifier,
        process=thought.process.id,
        document=thought.signed.id,
        user=actor.user.id,
        at=at,
        role_title=form.role_title,
        digest=form.digest,
        printed=thought.printed,
        base=thought.base.sha256 if thought.base else "",
        holder=made.holder,
        pdf=made.pdf,
        state=made.state,
        method=form.method,
        to_sign=made.to_sign if form.method == GOVBR else "",
    )
