"""Anybody checks a printed document by verifier code and CRC (DOC-15)."""

import hmac

from chalicelib.application.authorisation import document_resource
from chalicelib.application.documents.freezing import shown
from chalicelib.application.documents.pdf import current
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey, RenditionKey
from chalicelib.domain.document import Document, DocumentState
from chalicelib.domain.errors import NotFound, Unavailable
from chalicelib.domain.login import OF_A_NETWORK, check_attempts, network
from chalicelib.domain.policy import Action, Decision, decide
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass
from chalicelib.domain.version import Rendition


@dataclass(frozen=True, slots=True)
class Checked:
    """An authentic document; ``html``, ``link`` and ``rendition`` only when its content is public."""

    process: Process
    document: Document
    open: Decision
    html: str | None
    link: str | None
    rendition: Rendition | None


def check_authenticity(ports: Ports, verifier: str, crc: str, address: str) -> Checked:
    """The document both codes name.

    Raises NotFound ``authenticity_not_found`` for a wrong pair, a draft, a cancelled document (one answer for
    all), TooManyAttempts for a network that guesses: the CRC is 32 bits only.
    """
    now = ports.now()
    counted = [f"authenticity.{network(address)}"]
    check_attempts(ports.identity.failures(ports.tenant, counted, now), now, (OF_A_NETWORK,))
    document = ports.reader.document_of_number(verifier.zfill(7))
    if document is None or not _matches(document, crc):
        ports.identity.fail(ports.tenant, counted, now)
        raise NotFound(
            "authenticity_not_found",
            "Não há documento assinado com este código verificador e este código CRC. Confira os dois códigos.",
        )
    process, rendition = ports.reader.get(
        ProcessKey(document.process), RenditionKey(document.process, document.id)
    )
    decision = decide(None, Action.AUTHENTICITY_READ_CONTENT, document_resource(process, document))
    if not decision.allowed or document.text is None:
        return Checked(process, document, decision, None, None, None)
    _, html = shown(ports, process, document)
    try:
        made = current(ports, document, rendition)
    except Unavailable:
        # The document is authentic and readable all the same.
        return Checked(process, document, decision, html, None, None)
    name = f"{document.label}.pdf"
    link, _ = ports.contents.link(made.key, name, "application/pdf", True, made.object_version)
    return Checked(process, document, decision, html, link, made)


def _matches(document: Document, crc: str) -> bool:
    if document.state is not DocumentState.SIGNED or document.text is None:
        return False
    return hmac.compare_digest(document.text.crc, crc.strip().upper())
