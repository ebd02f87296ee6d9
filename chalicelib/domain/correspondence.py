"""Electronic mail of a process (DOC-22): what is sent from the unit's mailbox stays in the tree as a document.

The document tells from whom, to whom, what and with which files; the hidden addressees stay with the ``Mail`` alone:
whoever reads the record must not learn from it what the addressees were not told.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from chalicelib.domain.value import dataclass

from .access import AccessLevel
from .content import Content, clean_text, parse
from .document import Document, DocumentState, Kind, Metadata
from .errors import FieldError, InvalidRequest, Refused
from .identity import Actor
from .mail import MEGABYTE, Attachment, Mail, check_addresses
from .process import Named, Process
from .upload import Upload, UploadState

TYPE = Named("e-mail", "E-mail")
MAXIMUM_SUBJECT = 200
MAXIMUM_TEXT = 20_000
MAXIMUM_ATTACHMENTS = 30
_LEVELS = (AccessLevel.PUBLIC, AccessLevel.RESTRICTED, AccessLevel.CONFIDENTIAL)


@dataclass(frozen=True, slots=True)
class Letter:
    """What was written: addresses as typed, plain text."""

    sender: str
    to: tuple[str, ...]
    copies: tuple[str, ...]
    blind: tuple[str, ...]
    subject: str
    text: str


def check_letter(letter: Letter, mailboxes: Sequence[str]) -> None:
    """Raises Refused ``unit_without_mailbox``; InvalidRequest ``sender`` ``mailbox_unknown``, ``subject``, ``text``
    ``required`` or ``too_long``, and as ``check_addresses``.
    """
    if not mailboxes:
        message = (
            "A sua unidade não tem caixa de e-mail cadastrada. Peça ao administrador para cadastrar uma."
        )
        raise Refused("unit_without_mailbox", message)
    if letter.sender not in mailboxes:
        message = "Escolha uma das caixas de e-mail da sua unidade."
        raise InvalidRequest(FieldError("sender", "mailbox_unknown", message))
    for field, said, most in (
        ("subject", letter.subject, MAXIMUM_SUBJECT),
        ("text", letter.text, MAXIMUM_TEXT),
    ):
        if not said.strip():
            raise InvalidRequest(FieldError(field, "required", "Preencha este campo."))
        if len(said) > most:
            raise InvalidRequest(FieldError(field, "too_long", f"Use no máximo {most} caracteres."))
    check_addresses(to=letter.to, copies=letter.copies, blind=letter.blind)


def check_attachable(document: Document) -> None:
    """Raises Refused ``draft_not_attached``, ``document_cancelled``."""
    if document.state is DocumentState.DRAFT:
        message = f"O documento {document.label} é minuta: assine-o antes de anexar ao e-mail."
        raise Refused("draft_not_attached", message)
    if document.state is DocumentState.CANCELLED:
        raise Refused("document_cancelled", f"O documento {document.label} está cancelado.")


def attached_file(upload: Upload | None, actor: Actor) -> Attachment:
    """A file from somebody's computer, which came in by the same door as any other and was examined there.

    Raises InvalidRequest on ``files``: ``file_unknown``, ``file_not_ready``, ``file_refused``, ``file_filed``.
    """
    if upload is None or upload.unit != actor.unit.id:
        raise _file_refusal("file_unknown", "Um dos arquivos não foi enviado a este processo pela sua unidade.")
    if upload.state is UploadState.WAITING:
        raise _file_refusal("file_not_ready", f"O arquivo {upload.file_name} ainda está sendo verificado.")
    if upload.state is UploadState.REFUSED:
        raise _file_refusal("file_refused", f"O arquivo {upload.file_name} foi recusado na verificação.")
    if upload.state is UploadState.FILED:
        message = f"O arquivo {upload.file_name} já é documento do processo: escolha-o na lista de documentos."
        raise _file_refusal("file_filed", message)
    return Attachment(
        upload.file_name, upload.media_type, upload.size, upload.content_key, upload=upload.id
    )


def _file_refusal(code: str, message: str) -> InvalidRequest:
    return InvalidRequest(FieldError("files", code, message))


def check_weight(attachments: Sequence[Attachment], megabytes: int) -> None:
    """Raises Refused ``too_many_attachments``, ``attachments_too_large``: mail servers take no more."""
    if len(attachments) > MAXIMUM_ATTACHMENTS:
        message = f"Um e-mail leva até {MAXIMUM_ATTACHMENTS} anexos. Retire algum."
        raise Refused("too_many_attachments", message)
    if sum(attachment.size for attachment in attachments) > megabytes * MEGABYTE:
        message = f"Os anexos passam de {megabytes} MB, que é o que um e-mail leva. Retire algum."
        raise Refused("attachments_too_large", message)


def level_of(attached: Sequence[Document]) -> Metadata:
    """The e-mail is as restricted as the most restricted thing it carries, for the same reason."""
    most = max(attached, key=lambda document: _LEVELS.index(document.metadata.level), default=None)
    if most is None:
        return Metadata()
    return Metadata(level=most.metadata.level, legal_basis=most.metadata.legal_basis)


def email_document(
    process: Process,
    actor: Actor,
    identity: tuple[str, str],
    letter: Letter,
    attached: Sequence[Document],
    at: datetime,
) -> Document:
    """The document of an e-mail, without its text; ``identity`` is (id, number)."""
    return Document(
        id=identity[0],
        process=process.id,
        number=identity[1],
        order=process.document_count + 1,
        kind=Kind.MAILED,
        type=TYPE,
        state=DocumentState.FILED,
        unit=actor.unit,
        author=actor.user,
        created_at=at,
        metadata=replace(level_of(attached), description=letter.subject[:MAXIMUM_SUBJECT]),
        version=1,
        revision=1,
    )


def mail_of(
    document: Document, actor: Actor, letter: Letter, name: str, attachments: Sequence[Attachment]
) -> Mail:
    """What is to be carried: it bears the identifier of its document. ``name``: as whom the unit signs."""
    return Mail(
        id=document.id,
        process=document.process,
        unit=actor.unit,
        by=actor.user,
        at=document.created_at,
        sender=letter.sender,
        sender_name=name,
        to=letter.to,
        copies=letter.copies,
        blind=letter.blind,
        subject=letter.subject,
        text=letter.text,
        attachments=tuple(attachments),
        document=document.id,
    )


def email_page(letter: Letter, sent: str, attachments: Sequence[str]) -> Content:
    """The text of the document. ``sent``: date and time as people read them; ``attachments``: their names."""
    facts = [
        ("De", letter.sender),
        ("Para", "; ".join(letter.to)),
        ("Cópia", "; ".join(letter.copies)),
        ("Data", sent),
        ("Assunto", letter.subject),
        ("Anexos", "; ".join(attachments)),
    ]
    told = [_line(_text(f"{name}: ", bold=True), _text(said)) for name, said in facts if said.strip()]
    lines = [line for line in letter.text.splitlines() if line.strip()]
    body = [*told, {"type": "horizontalRule"}, *(_line(_text(line)) for line in lines)]
    sections = [
        _section(
            "header",
            [
                _line(_variable("orgao_nome"), style="center"),
                _line(_variable("unidade_nome"), style="center"),
            ],
        ),
        _section("title", [_line(_text("Correspondência eletrônica"), style="title")]),
        _section("body", body),
    ]
    return parse({"schema": 1, "type": "doc", "content": sections})


def _section(role: str, content: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "section", "attrs": {"role": role, "locked": True, "dynamic": False}, "content": content}


def _line(*inline: dict[str, Any], style: str = "left") -> dict[str, Any]:
    return {"type": "paragraph", "attrs": {"style": style}, "content": list(inline)}


def _text(said: str, bold: bool = False) -> dict[str, Any]:
    node: dict[str, Any] = {"type": "text", "text": clean_text(said)}
    return {**node, "marks": [{"type": "bold"}]} if bold else node


def _variable(name: str) -> dict[str, Any]:
    return {"type": "variable", "attrs": {"name": name, "value": None}}
