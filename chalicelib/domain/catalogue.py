"""Catalogues an administrator keeps: types, subjects, legal bases (PRO-04, DOC-02, PRO-09, ARQ-01)."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest
from .signature import SignatureLevel


def is_offered(row: Mapping[str, Any]) -> bool:
    """Whether a row of a plain catalogue may still be chosen."""
    return bool(row.get("active", True))


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a class is kept, in years, and what comes then: ``permanent`` or ``disposal`` (ARQ-01).

    ``active_event`` says from what the active period counts, when it is not the conclusion.
    """

    active_years: int | None
    active_event: str
    semi_active_years: int | None
    disposition: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A code of the classification plan; ``structural`` ones only group others (ARQ-01)."""

    code: str
    name: str
    structural: bool = False
    retention: Retention | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """The law that restricts access (PRO-09). ``level`` is the access level it serves."""

    code: str
    name: str
    law: str
    level: str
    active: bool = True

    @property
    def label(self) -> str:
        """As history sentences quote it: ``Nome (Lei …)``."""
        return f"{self.name} ({self.law})"


@dataclass(frozen=True, slots=True)
class ProcessType:
    """A process type (PRO-04). Empty ``units``/``agencies`` means no restriction."""

    code: str
    name: str
    description: str = ""
    suggested_subjects: tuple[str, ...] = ()
    allowed_levels: tuple[str, ...] = ("public",)
    suggested_level: str = "public"
    suggested_legal_basis: str | None = None
    units: frozenset[str] = field(default_factory=frozenset)
    agencies: frozenset[str] = field(default_factory=frozenset)
    active: bool = True

    def serves(self, unit: str, agency: str) -> bool:
        """True when the unit may start processes of this type."""
        return self.active and _reaches(self.units, unit) and _reaches(self.agencies, agency)


def _reaches(only: frozenset[str], one: str) -> bool:
    return not only or one in only


class Applies(StrEnum):
    """What kind of document a type is for (DOC-02)."""

    BOTH = "both"
    AUTHORED = "authored"
    UPLOADED = "uploaded"
    FORM = "form"


class TypeNumbering(StrEnum):
    """How documents of a type are numbered (DOC-02)."""

    NONE = "none"
    UNIT_SEQUENTIAL = "unit_sequential"
    AGENCY_SEQUENTIAL = "agency_sequential"
    UNIT_ANNUAL = "unit_annual"
    AGENCY_ANNUAL = "agency_annual"

    @property
    def annual(self) -> bool:
        """The sequence starts again each year."""
        return self in (TypeNumbering.UNIT_ANNUAL, TypeNumbering.AGENCY_ANNUAL)

    @property
    def by_unit(self) -> bool:
        """Each unit has its own sequence; otherwise the agency has one."""
        return self in (TypeNumbering.UNIT_SEQUENTIAL, TypeNumbering.UNIT_ANNUAL)


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A document type, SEI's "série" (DOC-02). ``template`` is the content digest source of its model.

    ``minimum_signature`` is the weakest level that may sign it (Lei 14.063/2020).
    ``file_words``: words that tell the type in the name of a file, besides the type's own name (DOC-08).
    ``has_amount``: it says of how much money it is. Empty ``units``/``agencies`` means no restriction.
    """

    code: str
    name: str
    group: str = ""
    applies_to: Applies = Applies.BOTH
    numbering: TypeNumbering = TypeNumbering.NONE
    has_template: bool = False
    allows_addressees: bool = False
    allows_interested_parties: bool = True
    minimum_signature: SignatureLevel = SignatureLevel.SIMPLE
    file_words: tuple[str, ...] = ()
    has_amount: bool = False
    suggested_subjects: tuple[str, ...] = ()
    units: frozenset[str] = field(default_factory=frozenset)
    agencies: frozenset[str] = field(default_factory=frozenset)
    active: bool = True

    def serves(self, unit: str, agency: str) -> bool:
        """True when the unit may include documents of this type."""
        return self.active and _reaches(self.units, unit) and _reaches(self.agencies, agency)


def check_access_choice(
    level: str, legal_basis: str | None, allowed: tuple[str, ...], bases: dict[str, LegalBasis]
) -> LegalBasis | None:
    """Check the access level of a process or document and return its legal basis (PRO-08, PRO-09).

    Raises InvalidRequest: ``level_not_allowed`` when the type does not admit the level,
    ``legal_basis_required`` for restricted and confidential without one, ``legal_basis_unknown`` when the
    basis does not exist or serves another level.
    """
    if level not in allowed:
        raise InvalidRequest(
            FieldError("access_level", "level_not_allowed", "O tipo não admite este nível de acesso.")
        )
    if level == "public":
        return None
    if not legal_basis:
        raise InvalidRequest(
            FieldError("legal_basis", "legal_basis_required", "Informe a hipótese legal da restrição.")
        )
    basis = bases.get(legal_basis)
    if basis is None or basis.level != level or not basis.active:
        raise InvalidRequest(
            FieldError("legal_basis", "legal_basis_unknown", "Esta hipótese legal não serve a este nível.")
        )
    return basis
