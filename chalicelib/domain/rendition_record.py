"""The render model as a plain record, to cross from the API to the function that renders (architecture §7)."""

import base64
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from chalicelib.domain.content import parse
from chalicelib.domain.rendition import Letterhead, RenderModel
from chalicelib.domain.signature_stamp import Authenticity, SignatureStamp


def to_record(model: RenderModel) -> dict[str, Any]:
    """JSON-ready: times in ISO 8601, the coat of arms in base64."""
    arms = model.letterhead.coat_of_arms
    return {
        "content": model.content.tree,
        "title": model.title,
        "document_number": model.document_number,
        "process_nup": model.process_nup,
        "created_at": model.created_at.isoformat(),
        "author": model.author,
        "letterhead": {
            "lines": list(model.letterhead.lines),
            "coat_of_arms": None if arms is None else base64.b64encode(arms).decode(),
            "coat_of_arms_type": model.letterhead.coat_of_arms_type,
            "alternative_text": model.letterhead.alternative_text,
        },
        "signatures": [
            {
                "signer_name": stamp.signer_name,
                "role_title": stamp.role_title,
                "signed_at": stamp.signed_at.isoformat(),
            }
            for stamp in model.signatures
        ],
        "authenticity": None
        if model.authenticity is None
        else {
            "site": model.authenticity.site,
            "link": model.authenticity.link,
            "verifier": model.authenticity.verifier,
            "crc": model.authenticity.crc,
        },
        "founding_norm": model.founding_norm,
        "draft": model.draft,
    }


def from_record(record: Mapping[str, Any]) -> RenderModel:
    """The model back, its content read again by the closed vocabulary. Raises ContentRefused, KeyError."""
    letterhead = record["letterhead"]
    arms = letterhead["coat_of_arms"]
    authenticity = record["authenticity"]
    return RenderModel(
        content=parse(record["content"]),
        title=record["title"],
        document_number=record["document_number"],
        process_nup=record["process_nup"],
        created_at=datetime.fromisoformat(record["created_at"]),
        author=record["author"],
        letterhead=Letterhead(
            lines=tuple(letterhead["lines"]),
            coat_of_arms=None if arms is None else base64.b64decode(arms),
            coat_of_arms_type=letterhead["coat_of_arms_type"],
            alternative_text=letterhead["alternative_text"],
        ),
        signatures=tuple(
            SignatureStamp(
                stamp["signer_name"], stamp["role_title"], datetime.fromisoformat(stamp["signed_at"])
            )
            for stamp in record["signatures"]
        ),
        authenticity=None if authenticity is None else Authenticity(**authenticity),
        founding_norm=record["founding_norm"],
        draft=record["draft"],
    )
