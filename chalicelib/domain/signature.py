"""Signatures (DOC-10, DOC-14, ACC-11): who, as what, when, how, over which exact bytes."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest, Refused
from .organisation import Person, UnitName
from .version import CertifiedFile

LEVEL_TOO_LOW = "signature_level_too_low"


class SignatureLevel(StrEnum):
    """The three levels of Lei 14.063/2020, art. 4º, weakest first."""

    SIMPLE = "simple"
    ADVANCED = "advanced"
    QUALIFIED = "qualified"

    @property
    def label(self) -> str:
        """As the stamp and the screens say it."""
        return {"simple": "simples", "advanced": "avançada", "qualified": "qualificada"}[self.value]

    def reaches(self, minimum: "SignatureLevel") -> bool:
        """Whether a signature of this level is good where ``minimum`` is asked."""
        levels = list(SignatureLevel)
        return levels.index(self) >= levels.index(minimum)


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature. ``digest`` is the SHA-256 of the content signed, ``factors`` what proved the identity.

    ``method`` is ``password``, whose level is the one the city's own act gave to it (norms.md §3), or
    ``certificate`` or ``govbr``, which come with the file that holds them.
    ``record`` is the SHA-256 of the sealed record and ``kid`` the key that sealed it, ``entry`` the
    number of its entry in the chain; signatures made before records were sealed have none of them.
    """

    signer: Person
    role_title: str
    unit: UnitName
    at: datetime
    method: str
    digest: str
    factors: tuple[str, ...] = ("password",)
    address: str = ""
    level: SignatureLevel = SignatureLevel.SIMPLE
    record: str = ""
    kid: str = ""
    entry: int = 0
    certified: CertifiedFile | None = None


def check_role_title(title: str, offered: Sequence[str], free: bool) -> None:
    """Refuse a role title that is not of the unit (ACC-11).

    A unit without titles, or a city that allows it (``free``), lets the signer write one. Raises InvalidRequest
    ``role_title_not_of_unit``.
    """
    if free or not offered or title in offered:
        return
    raise InvalidRequest(
        FieldError("role_title", "role_title_not_of_unit", "Escolha um cargo ou função desta unidade.")
    )


def check_level(level: SignatureLevel, minimum: SignatureLevel) -> None:
    """Refuse a signature below what the document's type asks (Lei 14.063/2020). Raises ``signature_level_too_low``."""
    if not level.reaches(minimum):
        raise Refused(LEVEL_TOO_LOW, too_low(level, minimum))


def too_low(level: SignatureLevel, minimum: SignatureLevel) -> str:
    """Why a signature of this level is not good enough."""
    return f"Este tipo de documento exige assinatura {minimum.label}; esta seria {level.label}."
