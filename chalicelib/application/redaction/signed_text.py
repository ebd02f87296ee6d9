"""The text that was signed, as it is marked and as its copy shows it."""

import json
from dataclasses import replace

from chalicelib.application.documents.freezing import frozen_package
from chalicelib.application.documents.rendition import render_model
from chalicelib.application.ports import Ports
from chalicelib.domain import content as contents
from chalicelib.domain.concealment_certificate import notice
from chalicelib.domain.content import Content
from chalicelib.domain.content_concealing import concealed, lines_of, with_notice
from chalicelib.domain.content_images import distinct_files
from chalicelib.domain.document import Document
from chalicelib.domain.process import Process
from chalicelib.domain.redaction import Marks, copy_title
from chalicelib.domain.rendition import RenderModel


def signed_content(ports: Ports, document: Document) -> Content:
    """The very text that was signed. Raises ContentAltered."""
    assert document.text is not None
    package = frozen_package(ports, document)
    return (
        package.model.content
        if package
        else contents.parse(json.loads(ports.contents.get(document.text.key)))
    )


def lines(ports: Ports, document: Document) -> list[str]:
    """The text that passages are counted in; none for a file."""
    return [line.text for line in lines_of(signed_content(ports, document))] if document.text else []


def concealed_model(
    ports: Ports, process: Process, document: Document, marks: Marks, law: str
) -> RenderModel:
    """What the copy's pages are made from: the signed page without the passages, stamps and codes of the original."""
    package = frozen_package(ports, document)
    model = (
        package.model if package else render_model(ports, process, document, signed_content(ports, document))
    )
    told = with_notice(concealed(model.content, marks.passages), notice(document.number, law))
    title = f"{document.type.name} {copy_title(document)}"
    kept = {digest: model.pictures[digest] for digest, _ in distinct_files(told) if digest in model.pictures}
    return replace(
        model, content=told, title=title, signatures=(), authenticity=None, draft=False, pictures=kept
    )
