"""What anybody is told of an authentic document, however it was found (DOC-15)."""

from collections.abc import Callable, Sequence

from chalicelib.application.authorisation import document_resource
from chalicelib.application.documents.freezing import shown
from chalicelib.application.documents.pdf import current
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey, RenditionKey
from chalicelib.application.session.guessing import Guess
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.document import Document
from chalicelib.domain.errors import DomainError, NotFound, Unavailable
from chalicelib.domain.login import OF_A_NETWORK, network
from chalicelib.domain.policy import Action, Decision, decide
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass
from chalicelib.domain.version import Rendition


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a signature stands in the chain, and the seal of its record; the record itself holds personal data."""

    entry: int
    entry_hash: str
    record: str
    seal: str
    kid: str


@dataclass(frozen=True, slots=True)
class Checked:
    """An authentic document; ``html``, ``link``, ``rendition`` and ``signed_link`` only when its content is public.

    ``signed_link`` is of the PDF that has certificates' signatures inside. ``proofs`` has one place per signature,
    None for those made before records were sealed.
    """

    process: Process
    document: Document
    open: Decision
    html: str | None
    link: str | None
    rendition: Rendition | None
    proofs: Sequence[Proof | None]
    signed_link: str | None = None


def look(ports: Ports, address: str, find: Callable[[], Document | None], nothing: NotFound) -> Checked:
    """What ``find`` answers, confirmed; the network that asks is counted before it is looked for.

    Raises ``nothing``, which stays counted, TooManyAttempts, ContentAltered.
    """
    counted = (f"authenticity.{network(address)}", OF_A_NETWORK)
    guess = Guess(ports.identity, ports.tenant, ports.now(), counted)
    try:
        document = find()
        process, rendition = _held(ports, document) if document else (None, None)
    except DomainError:
        guess.right()
        raise
    if document is None or process is None:
        guess.wrong()
        raise nothing
    guess.right()
    return _confirmed(ports, process, document, rendition)


def _held(ports: Ports, document: Document) -> tuple[Process | None, Rendition | None]:
    """Where it lies; no process when its very existence is secret."""
    process, rendition = ports.reader.get(
        ProcessKey(document.process), RenditionKey(document.process, document.id)
    )
    if process is None or document_resource(process, document).secrecy is AccessLevel.CONFIDENTIAL:
        return None, None
    return process, rendition


def _confirmed(ports: Ports, process: Process, document: Document, rendition: Rendition | None) -> Checked:
    """The document with its proofs, and its content if anybody may read it. Raises ContentAltered."""
    proofs = _proofs(ports, document)
    decision = decide(None, Action.AUTHENTICITY_READ_CONTENT, document_resource(process, document))
    if not decision.allowed or document.text is None:
        return Checked(process, document, decision, None, None, None, proofs)
    _, html = shown(ports, process, document)
    try:
        made = current(ports, document, rendition)
    except Unavailable:
        # The document is authentic and readable all the same.
        return Checked(process, document, decision, html, None, None, proofs, _signed_link(ports, document))
    name = f"{document.label}.pdf"
    link, _ = ports.contents.link(made.key, name, "application/pdf", True, made.object_version)
    return Checked(process, document, decision, html, link, made, proofs, _signed_link(ports, document))


def _signed_link(ports: Ports, document: Document) -> str | None:
    files = [made.certified.file for made in document.signatures if made.certified]
    if not files:
        return None
    name = f"{document.label}, assinado com certificado.pdf"
    link, _ = ports.contents.link(files[-1].key, name, "application/pdf", False, files[-1].object_version)
    return link


def _proofs(ports: Ports, document: Document) -> list[Proof | None]:
    if not any(made.record for made in document.signatures):
        return [None for _ in document.signatures]
    seals = {seal.digest: seal for seal in ports.reader.seals(document.process, document.id)}
    proofs: list[Proof | None] = []
    for made in document.signatures:
        entry = ports.reader.entry(document.process, made.entry) if made.entry else None
        seal = seals.get(made.record)
        if entry is None or seal is None:
            proofs.append(None)
        else:
            proofs.append(Proof(made.entry, entry.hash, made.record, seal.value, seal.kid))
    return proofs
