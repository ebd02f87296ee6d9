"""The person came back from gov.br: what it signed of each document that was made ready, or why not (DOC-10).

Nothing is changed here: each signature is then put in its document by an act of its own. What gov.br lets be done with
the code is done at once and forgotten: no token is kept.
"""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow, allow_on_document
from chalicelib.application.certificates.acting import PROVEN
from chalicelib.application.certificates.ports import Authorised, Collected
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, PreparationKey, ProcessKey
from chalicelib.domain.certificate import GOVBR, Preparation, gone
from chalicelib.domain.errors import DomainError
from chalicelib.domain.govbr import check_state
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .authorise import redirect
from .terms import check_offered, registered


@dataclass(frozen=True, slots=True)
class Ready:
    """A document that was made ready, and the preparation that says so."""

    process: str
    document: str
    preparation: str


@dataclass(frozen=True, slots=True)
class Return:
    """What came back in the address, and the state that this browser keeps."""

    code: str
    state: str
    kept: str


def collect_signatures(
    ports: Ports, actor: Actor, back: Return, wanted: Sequence[Ready]
) -> Sequence[Collected]:
    """One for each of ``wanted``, in order.

    Raises Forbidden, Refused ``govbr_state_mismatch``, ``govbr_not_offered``, ``taxpayer_not_registered``,
    ``certificate_of_another`` and what gov.br refuses for all of them; Unavailable.
    """
    allow(actor, Action.DOCUMENT_SIGN_MANY)
    check_offered(ports)
    check_state(back.kept, back.state)
    taxpayer = registered(ports, actor)
    found = [_digest(ports, actor, one) for one in wanted]
    digests = tuple(one for one in found if isinstance(one, str))
    if not digests:
        return [one for one in found if isinstance(one, Collected)]
    signed = ports.certificates.collect(Authorised(back.code, redirect(ports), taxpayer, digests)).items
    answers = iter(signed)
    return [next(answers) if isinstance(one, str) else one for one in found]


def _digest(ports: Ports, actor: Actor, one: Ready) -> str | Collected:
    """What gov.br is asked to sign, or why it is not asked."""
    try:
        return _prepared(ports, actor, one).to_sign
    except DomainError as refusal:
        return Collected(code=refusal.code, message=refusal.message)


def _prepared(ports: Ports, actor: Actor, one: Ready) -> Preparation:
    keys = ProcessKey(one.process), DocumentKey(one.process, one.document)
    process, document, ready = ports.reader.get(
        *keys, PreparationKey(one.process, one.document, actor.user.id)
    )
    allow_on_document(actor, Action.DOCUMENT_SIGN, process, document, PROVEN)
    if ready is None:
        raise gone()
    found: Preparation = ready
    found.check(one.preparation, ports.now(), GOVBR)
    return found
