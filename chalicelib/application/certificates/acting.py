"""What beginning and finishing a signature by a key elsewhere share: who may, and what the page will show."""

import hashlib
import json
from datetime import datetime

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.documents.rendition import render_model
from chalicelib.application.documents.signing_terms import free_role_titles, minimum_level, role_titles
from chalicelib.application.ports import Ports
from chalicelib.domain import content as contents
from chalicelib.domain import document as documents
from chalicelib.domain.access import Context
from chalicelib.domain.certificate import LEVELS
from chalicelib.domain.document import Document
from chalicelib.domain.errors import ContentAltered
from chalicelib.domain.frozen import describe
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process, check_active
from chalicelib.domain.signature import Signature, check_role_title
from chalicelib.domain.value import dataclass
from chalicelib.domain.version import Frozen

#: The key proves who signs, at the end; what else the act asks is asked at both ends.
PROVEN = Context(reauthenticated=True)


@dataclass(frozen=True, slots=True)
class Begun:
    """The document as it will be once signed, what its page then shows, and the signed file there is already."""

    process: Process
    signed: Document
    described: bytes
    base: Frozen | None

    @property
    def printed(self) -> str:
        """SHA-256 of what the page shows, hex."""
        return hashlib.sha256(self.described).hexdigest()


def begun(
    ports: Ports,
    actor: Actor,
    loaded: tuple[Process | None, Document | None],
    role_title: str,
    digest: str,
    at: datetime,
    method: str,
) -> Begun:
    """Sign in thought. Raises what signing does, and ContentAltered."""
    # The certificate proves the signature, and not yet: what is confidential is opened with the password (SIG-01).
    allow_on_document(actor, Action.DOCUMENT_READ, *loaded)
    process, document = allow_on_document(actor, Action.DOCUMENT_SIGN, *loaded, PROVEN)
    check_active(process)
    check_role_title(role_title, role_titles(ports, actor), free_role_titles(ports))
    made = Signature(
        signer=actor.user,
        role_title=role_title,
        unit=actor.unit,
        at=at,
        method=method,
        digest=digest,
        factors=(method,),
        address=actor.address,
        level=LEVELS[method],
        entry=process.n + 1,
    )
    signed, _ = documents.sign(document, made, minimum_level(ports, document))
    assert signed.text is not None
    text = ports.contents.get(signed.text.key)
    if hashlib.sha256(text).hexdigest() != signed.text.digest:
        raise ContentAltered()
    described = describe(render_model(ports, process, signed, contents.parse(json.loads(text))))
    files = [one.certified.file for one in document.signatures if one.certified]
    return Begun(process, signed, described, files[-1] if files else None)
