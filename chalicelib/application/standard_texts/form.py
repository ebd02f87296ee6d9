"""The screen of a standard text, checked and stored (DOC-06)."""

from collections.abc import Mapping
from typing import Any

from chalicelib.application.documents.text import MEDIA_TYPE
from chalicelib.application.ports import Ports
from chalicelib.domain import content as contents
from chalicelib.domain.standard_text import check_fragment
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class StandardTextForm:
    """``content`` is a document with a body only; ``shortcut`` may be empty."""

    name: str
    shortcut: str
    content: Mapping[str, Any]
    active: bool = True


def store_fragment(ports: Ports, content: Mapping[str, Any]) -> tuple[str, str]:
    """Check the content and put it in the store; -> (key, digest). Raises InvalidRequest, ContentRefused."""
    parsed = contents.parse(content)
    check_fragment(parsed)
    return ports.contents.put(contents.canonical(contents.from_template(parsed)), MEDIA_TYPE)
