"""What ties a document to its copies with concealed passages, as the API shows it."""

from typing import Any

from chalicelib.domain.redacted import RedactedFrom, Redactions

from . import presenting


def redactions(of: Redactions, visible: bool) -> dict[str, Any]:
    """The reason for concealing is told to who may read the document."""
    return {
        "source": _source(of.source) if of.source and visible else None,
        "copies": [{"document": copy.document, "number": copy.number} for copy in of.copies],
    }


def _source(source: RedactedFrom) -> dict[str, Any]:
    return {
        "document": source.document,
        "number": source.number,
        "legal_basis": presenting.named(source.legal_basis),
        "reason": source.reason,
        "count": source.count,
        "certificate": source.certificate,
    }
