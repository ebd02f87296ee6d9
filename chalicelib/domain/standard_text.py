"""Standard texts (DOC-06): fragments a unit keeps to begin documents with and to insert while writing."""

from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from .content import Content
from .content_images import check_no_images
from .errors import Conflict, FieldError, InvalidRequest
from .organisation import Person, UnitName


@dataclass(frozen=True, slots=True)
class StandardText:
    """A text of one unit. ``content_key`` is where its structured content lies, ``digest`` its SHA-256.

    Typing ``shortcut`` in the editor inserts it. An inactive one is kept, but nobody is offered it.
    """

    id: str
    unit: UnitName
    name: str
    shortcut: str
    content_key: str
    digest: str
    changed_by: Person
    changed_at: datetime
    active: bool = True
    revision: int = 1


def check_fragment(content: Content) -> None:
    """A standard text is what goes into a body. Raises InvalidRequest on ``content``."""
    sections = content.sections
    if len(sections) != 1 or sections[0]["attrs"] != {"role": "body", "locked": False, "dynamic": False}:
        raise InvalidRequest(
            FieldError("content", "one_body_only", "O texto padrão tem uma seção só: o corpo do documento.")
        )
    check_no_images(content)
    if not any(block.get("content") for block in sections[0]["content"]):
        raise InvalidRequest(FieldError("content", "empty_text", "Escreva o texto."))


def changed(text: StandardText, revision: int, by: Person, at: datetime, **fields: object) -> StandardText:
    """The text with other ``fields``. Raises Conflict ``text_changed`` when somebody changed it meanwhile."""
    if text.revision != revision:
        raise Conflict(
            "text_changed",
            f"{text.changed_by.name} alterou este texto padrão. Abra-o de novo antes de salvar.",
        )
    return replace(text, revision=revision + 1, changed_by=by, changed_at=at, **fields)  # type: ignore[arg-type]
