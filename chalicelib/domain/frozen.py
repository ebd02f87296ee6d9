"""What was signed, frozen as bytes: text, page and seal in one package, named by its SHA-256 (issue 3 §4).

The page is written once, when the signature is made, and served as those bytes for ever; the PDF is made from what is
in the package, so that a letterhead or a norm changed later changes no document that was signed before.
"""

import base64
import hashlib
import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from chalicelib.domain.value import dataclass

from . import content as contents
from .document import Document
from .errors import ContentAltered
from .history import canonical
from .rendition import Letterhead, Picture, RenderModel
from .sealing import Seal
from .signature import SignatureLevel
from .signature_stamp import Authenticity, SignatureStamp
from .version import Rendition

FORMAT = "iperoig-signed-1"
MEDIA_TYPE = "application/json"


@dataclass(frozen=True, slots=True)
class Package:
    """A signed state of a document: ``text`` is the exact canonical JSON, ``page`` the exact HTML."""

    text: str
    page: str
    model: RenderModel
    seal: Seal


def pack(model: RenderModel, page: str, seal: Seal) -> bytes:
    """The bytes to be locked."""
    return canonical(
        {
            "format": FORMAT,
            "text": contents.canonical(model.content).decode(),
            "page": page,
            "model": _model(model),
            "seal": asdict(seal),
        }
    )


def unpack(data: bytes, sha256: str, digest: str) -> Package:
    """The package, only if it is the very one that was locked and holds the text of ``digest``.

    Raises ContentAltered.
    """
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ContentAltered()
    read = json.loads(data)
    if hashlib.sha256(read["text"].encode()).hexdigest() != digest:
        raise ContentAltered()
    content = contents.parse(json.loads(read["text"]))
    return Package(read["text"], read["page"], _read_model(read["model"], content), Seal(**read["seal"]))


def describe(model: RenderModel) -> bytes:
    """Everything a page shows, as the bytes that the typesetter of another function is given."""
    return canonical({"text": contents.canonical(model.content).decode(), "model": _model(model)})


def described(data: bytes) -> RenderModel:
    """The model that was described."""
    read = json.loads(data)
    return _read_model(read["model"], contents.parse(json.loads(read["text"])))


def is_current(rendition: Rendition, document: Document) -> bool:
    """Whether the PDF is the one of the document as it is now.

    That of a signed state is bound to what was signed: later changes of registration do not make another.
    """
    if document.frozen:
        return rendition.frozen == document.frozen.sha256
    return rendition.revision == document.revision


def _model(model: RenderModel) -> dict[str, Any]:
    letterhead, authenticity = model.letterhead, model.authenticity
    return {
        "title": model.title,
        "document_number": model.document_number,
        "process_nup": model.process_nup,
        "created_at": model.created_at.isoformat(),
        "author": model.author,
        "letterhead": {
            **asdict(letterhead),
            "coat_of_arms": base64.b64encode(letterhead.coat_of_arms or b"").decode(),
        },
        "signatures": [
            {**asdict(stamp), "signed_at": stamp.signed_at.isoformat()} for stamp in model.signatures
        ],
        "authenticity": asdict(authenticity) if authenticity else None,
        "founding_norm": model.founding_norm,
        "site": model.site,
        "training": model.training,
        "pictures": {
            digest: {"media_type": each.media_type, "data": base64.b64encode(each.data).decode()}
            for digest, each in model.pictures.items()
        },
    }


def _read_model(read: dict[str, Any], content: contents.Content) -> RenderModel:
    letterhead = read["letterhead"]
    arms = base64.b64decode(letterhead["coat_of_arms"]) or None
    return RenderModel(
        content=content,
        title=read["title"],
        document_number=read["document_number"],
        process_nup=read["process_nup"],
        created_at=datetime.fromisoformat(read["created_at"]),
        author=read["author"],
        letterhead=Letterhead(**{**letterhead, "lines": tuple(letterhead["lines"]), "coat_of_arms": arms}),
        signatures=tuple(_read_stamp(stamp) for stamp in read["signatures"]),
        authenticity=Authenticity(**read["authenticity"]) if read["authenticity"] else None,
        founding_norm=read["founding_norm"],
        draft=False,
        site=read.get("site", ""),
        training=bool(read.get("training")),
        pictures={
            digest: Picture(each["media_type"], base64.b64decode(each["data"]))
            for digest, each in read.get("pictures", {}).items()
        },
    )


def _read_stamp(read: dict[str, Any]) -> SignatureStamp:
    level = SignatureLevel(read["level"]) if read["level"] else None
    return SignatureStamp(**{**read, "signed_at": datetime.fromisoformat(read["signed_at"]), "level": level})
