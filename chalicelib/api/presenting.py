"""Small values as the API shows them; the larger ones are beside their routes."""

from datetime import datetime
from typing import Any

from chalicelib.domain.catalogue import LegalBasis
from chalicelib.domain.organisation import Agency, Person, Unit, UnitName
from chalicelib.domain.process import Named


def person(value: Person | None) -> dict[str, str] | None:
    """``{"id", "name"}`` or null."""
    return {"id": value.id, "name": value.name} if value else None


def unit_name(value: UnitName | None) -> dict[str, str] | None:
    """``{"id", "acronym"}`` or null."""
    return {"id": value.id, "acronym": value.acronym} if value else None


def unit(value: Unit, agencies: Any) -> dict[str, Any]:
    """A unit as lists show it."""
    agency: Agency = agencies[value.agency]
    return {
        "id": value.id,
        "acronym": value.acronym,
        "name": value.name,
        "agency": {"id": agency.id, "acronym": agency.acronym},
        "protocol": value.protocol,
        "can_receive": value.can_receive,
        "has_email": bool(value.mailboxes),
    }


def named(value: Named | None) -> dict[str, str] | None:
    """``{"code", "name"}`` or null."""
    return {"code": value.code, "name": value.name} if value else None


def contact(value: Named) -> dict[str, str]:
    """``{"id", "name"}``."""
    return {"id": value.code, "name": value.name}


def legal_basis(value: LegalBasis) -> dict[str, str]:
    """A legal basis as the select shows it."""
    return {"code": value.code, "name": value.name, "law": value.law, "level": value.level}


def instant(value: datetime | None) -> str | None:
    """ISO 8601 in UTC, ending in Z."""
    return value.isoformat().replace("+00:00", "Z") if value else None
