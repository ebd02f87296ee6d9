"""What must be known of a paper that was digitized, for the copy to be worth the same (Decreto 10.278/2020, annex II).

What the decree asks for and the record already has is not asked again: title, type, digest, identifier, subject,
class, the original's date. Destination and terms come from the classification plan.
"""

from datetime import date
from enum import StrEnum
from typing import Protocol

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest

DIGITIZED = "digitized"


class Genre(StrEnum):
    """How the document speaks (gênero documental)."""

    TEXTUAL = "textual"
    ICONOGRAPHIC = "iconographic"
    CARTOGRAPHIC = "cartographic"
    SOUND = "sound"
    FILMOGRAPHIC = "filmographic"


@dataclass(frozen=True, slots=True)
class Digitization:
    """``responsible`` digitized in ``place`` what ``author`` wrote. ``for_archiving``: the paper is kept."""

    author: str
    on: date
    place: str
    responsible: str
    genre: Genre = Genre.TEXTUAL
    for_archiving: bool = False


class Registered(Protocol):
    """What is registered of a document until now."""

    @property
    def format(self) -> str | None: ...

    @property
    def digitization(self) -> Digitization | None: ...


def checked_digitization(
    form: str | None, given: Digitization | None, before: "Registered"
) -> Digitization | None:
    """What is registered of the digitization; nothing of what was born digital.

    What was registered ``before`` these data existed stays without them. Raises InvalidRequest per field.
    """
    if form != DIGITIZED:
        return None
    if (before.format, before.digitization) == (form, given):
        return given
    if given is None:
        raise InvalidRequest(
            FieldError(
                "digitization",
                "required",
                "Informe os dados da digitalização: autor, data, local e responsável.",
            )
        )
    asked = {
        "author": "Informe o autor do documento original.",
        "place": "Informe o local da digitalização.",
        "responsible": "Informe quem digitalizou.",
    }
    missing = [
        FieldError(f"digitization.{name}", "required", message)
        for name, message in asked.items()
        if not getattr(given, name).strip()
    ]
    if missing:
        raise InvalidRequest(*missing)
    return given


def check_digitized_on(given: Digitization | None, dated: date, today: date) -> None:
    """Digitized neither before the paper existed nor after today. Raises InvalidRequest."""
    if given is None:
        return
    if given.on > today:
        raise InvalidRequest(
            FieldError("digitization.on", "in_the_future", "A data da digitalização está no futuro.")
        )
    if given.on < dated:
        raise InvalidRequest(
            FieldError(
                "digitization.on", "before_document", "A digitalização não pode ser anterior ao documento."
            )
        )
