"""What is signed becomes bytes under lock: text, page and sealed record, written before the transaction (DOC-10)."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from chalicelib.application.ports import Ports
from chalicelib.domain import authenticating, frozen, sealing
from chalicelib.domain import content as contents
from chalicelib.domain import document as documents
from chalicelib.domain.content_page import page
from chalicelib.domain.document import Document
from chalicelib.domain.errors import ContentAltered
from chalicelib.domain.frozen import Package
from chalicelib.domain.history import Fact
from chalicelib.domain.identity import Actor
from chalicelib.domain.process import Process
from chalicelib.domain.sealing import Seal

from .rendition import render_model


def freeze_signature(
    ports: Ports, actor: Actor, process: Process, signed: Document
) -> tuple[Document, tuple[Fact, ...], Seal]:
    """Seal the last signature of ``signed`` and lock what it signed; nothing refers to it before the commit.

    Raises ContentAltered when the stored text is not the one that was read, Unavailable when the key does not answer.
    """
    assert signed.text is not None
    text = ports.contents.get(signed.text.key)
    if hashlib.sha256(text).hexdigest() != signed.text.digest:
        raise ContentAltered()
    model = render_model(ports, process, signed, contents.parse(json.loads(text)))
    shown = page(model)
    what = sealing.signed_text(signed, hashlib.sha256(shown.encode()).hexdigest())
    seal = _sealed(ports, actor, process, signed, what)
    locked = ports.contents.freeze(frozen.pack(model, shown, seal), frozen.MEDIA_TYPE)
    sealed, facts = documents.seal(signed, seal.digest, seal.kid, locked)
    return sealed, facts, seal


def seal_authentication(
    ports: Ports, actor: Actor, process: Process, certified: Document
) -> tuple[Document, tuple[Fact, ...], Seal]:
    """Seal the last authentication of ``certified`` (DOC-13). Raises Unavailable when the key does not answer."""
    seal = _sealed(ports, actor, process, certified, sealing.authenticated_file(certified))
    sealed, facts = authenticating.seal(certified, seal.digest, seal.kid)
    return sealed, facts, seal


def _sealed(ports: Ports, actor: Actor, process: Process, of: Document, what: Mapping[str, Any]) -> Seal:
    kid = ports.sealer.kid()
    record = sealing.record(
        process,
        of,
        of.signatures[-1],
        what,
        agency=ports.catalogues.agencies()[actor.agency].acronym,
        session=actor.session,
        kid=kid,
    )
    return Seal(process.id, of.id, record, ports.sealer.seal(sealing.preimage(record)), kid)


def frozen_package(ports: Ports, document: Document) -> Package | None:
    """What was signed, as it was locked; None for what nobody signed. Raises ContentAltered."""
    if document.frozen is None or document.text is None:
        return None
    data = ports.contents.get(document.frozen.key, document.frozen.object_version)
    return frozen.unpack(data, document.frozen.sha256, document.text.digest)


def shown(ports: Ports, process: Process, document: Document) -> tuple[Mapping[str, Any], str]:
    """The text and the page: of what was signed, the very bytes that were locked. Raises ContentAltered."""
    assert document.text is not None
    package = frozen_package(ports, document)
    if package:
        return package.model.content.tree, package.page
    content = json.loads(ports.contents.get(document.text.key))
    return content, page(render_model(ports, process, document, contents.parse(content)))
