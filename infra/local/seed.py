"""Load a city's catalogue folder into an installation, and give its demonstration users a password.

    python -m infra.local.seed catalogues/ubatuba [--password PALAVRA]

Reads the tables from the environment, as the application does. Loading again updates what is there; processes
are never touched. Users keep the password they have unless ``--password`` is given.
"""

import argparse
import base64
import dataclasses
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from chalicelib.adapters.dynamodb import catalogues as store
from chalicelib.adapters.dynamodb.addresses import list_tenant
from chalicelib.adapters.dynamodb.flows import load_flow
from chalicelib.adapters.dynamodb.identity import save_user
from chalicelib.adapters.dynamodb.records import write_contacts
from chalicelib.adapters.dynamodb.rollout import load_rollout
from chalicelib.adapters.dynamodb.taxpayers import keep_taxpayer
from chalicelib.composition import Installation
from chalicelib.domain.catalogue import (
    Applies,
    DocumentType,
    LegalBasis,
    ProcessType,
    Retention,
    Subject,
    TypeNumbering,
)
from chalicelib.domain.city_tables import LARGEST_MEGABYTES
from chalicelib.domain.contact import Contact
from chalicelib.domain.file_types import ACCEPTED
from chalicelib.domain.identity import Grant, User
from chalicelib.domain.organisation import Agency, Person, Unit
from chalicelib.domain.rollout import LivePeriod, Rollout
from chalicelib.domain.signature import SignatureLevel
from chalicelib.settings import read_settings
from infra.local.catalogue_flows import check_flows
from infra.local.catalogue_reader import read_city
from infra.local.catalogue_records import City
from infra.local.catalogue_rows import CatalogueProblems

#: Who says since when a city that worked before is live.
LOADER = Person("", "Carga dos arquivos do município")
MEDIA_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}


def plain(record: Any) -> dict[str, Any]:
    """A record as JSON data."""
    return {
        key: value.isoformat() if hasattr(value, "isoformat") else value
        for key, value in dataclasses.asdict(record).items()
    }


def image_address(path: Path) -> str:
    """The file as a data: address, so that screens and documents need no other request."""
    text = base64.b64encode(path.read_bytes()).decode()
    return f"data:{MEDIA_TYPES[path.suffix]};base64,{text}"


def tenant_row(city: City) -> Mapping[str, Any]:
    """The tenant with its coat of arms inside."""
    return {**plain_tenant(city), "coat_of_arms": image_address(city.tenant.coat_of_arms)}


def plain_tenant(city: City) -> dict[str, Any]:
    """The tenant's card, the coat of arms apart."""
    row = dataclasses.asdict(city.tenant)
    row.pop("coat_of_arms")
    row.pop("live_since")
    return row


def catalogue_rows(city: City) -> dict[str, dict[str, Any]]:
    """Catalogue name -> code -> value, as the application keeps them."""
    return {
        "tenant": {city.tenant.id: tenant_row(city)},
        "agencies": {
            a.id: Agency(a.id, a.acronym, a.name, a.sei_code, a.numbering_mask, a.letterhead, a.address)
            for a in city.agencies
        },
        "units": {
            u.id: Unit(
                id=u.id,
                acronym=u.acronym,
                name=u.name,
                agency=u.agency,
                sei_code=u.sei_code,
                parent=u.parent,
                address=u.address,
                protocol=u.protocol,
                can_receive=u.can_receive,
                mailboxes=u.mailboxes,
            )
            for u in city.units
        },
        "process-types": {
            t.code: ProcessType(
                code=t.code,
                name=t.name,
                description=t.description,
                suggested_subjects=t.suggested_subjects,
                allowed_levels=t.allowed_levels,
                suggested_level=t.suggested_level,
                suggested_legal_basis=t.suggested_legal_basis,
                units=frozenset(t.units),
                agencies=frozenset(t.agencies),
            )
            for t in city.process_types
        },
        "document-types": {
            t.code: DocumentType(
                code=t.code,
                name=t.name,
                group=t.group,
                applies_to=Applies(t.applies_to),
                numbering=TypeNumbering(t.numbering),
                has_template=t.has_template,
                allows_addressees=t.allows_addressees,
                allows_interested_parties=t.allows_interested_parties,
                minimum_signature=SignatureLevel(t.minimum_signature),
                file_words=t.file_words,
                has_amount=t.has_amount,
                suggested_subjects=t.suggested_subjects,
                units=frozenset(t.units),
                agencies=frozenset(t.agencies),
            )
            for t in city.document_types
        },
        "subjects": {s.code: Subject(s.code, s.name, s.structural, _retention(s)) for s in city.subjects},
        "legal-bases": {b.code: LegalBasis(b.code, b.name, b.law, b.level) for b in city.legal_bases},
        "file-types": {
            extension: {"code": extension, "megabytes": LARGEST_MEGABYTES, "active": True} for extension in ACCEPTED
        },
        "conformity-checks": {row.code: plain(row) for row in city.conformity_checks},
        "priorities": {row.code: plain(row) for row in city.priorities},
        "mail-templates": {row.code: plain(row) for row in city.mail_templates},
        "history-views": {row.code: plain(row) for row in city.history_views},
        "lessons": {one.code: dataclasses.asdict(one) for one in city.lessons},
        "acceptance": {one.code: dataclasses.asdict(one) for one in city.acceptance},
        "work-plans": {plan.code: plan for plan in city.work_plans},
        "announcements": {
            row.code: {**plain(row), "first_day": row.first_day.isoformat(), "last_day": row.last_day.isoformat()}
            for row in city.announcements
        },
        "control-criteria": {row.code: plain(row) for row in city.control_criteria},
        "profiles": {row.code: plain(row) for row in city.profiles},
        "role-titles": {row.unit: {"unit": row.unit, "titles": list(row.titles)} for row in city.role_titles},
        "holidays": {
            f"{h.date.isoformat()}-{position}": {
                "date": h.date.isoformat(),
                "name": h.name,
                "scope": h.scope,
                "optional": h.kind == "optional",
                "norm": h.norm,
            }
            for position, h in enumerate(city.holidays)
        },
        "forms": {f.document_type: f.form for f in city.forms},
        "templates": {t.document_type: dict(t.content) for t in city.templates},
    }


def _retention(subject: Any) -> Retention | None:
    if subject.disposition is None:
        return None
    return Retention(
        subject.active_years, subject.active_note or "", subject.semi_active_years, subject.disposition
    )


def seed(place: Installation, city: City, password: str | None) -> None:
    """Load everything; safe to repeat. Raises CatalogueProblems for a flow that the city cannot follow."""
    catalogues = catalogue_rows(city)
    check_city(city, catalogues)
    list_tenant(city.tenant.id)
    load_catalogues(place, city, catalogues)
    hashed = place.passwords.hash(password) if password else None
    for made in users_of(city):
        save_user(made, hashed)
        keep_taxpayer(made)


def check_city(city: City, catalogues: Mapping[str, Mapping[str, Any]]) -> None:
    """What only the files together can be asked. Raises CatalogueProblems."""
    wrong = check_flows(city.flows, catalogues)
    if wrong:
        raise CatalogueProblems(tuple(wrong))


def load_catalogues(place: Installation, city: City, catalogues: Mapping[str, Mapping[str, Any]]) -> None:
    """Every table, flow and contact of the city's files."""
    tenant = city.tenant.id
    for name, rows in catalogues.items():
        store.load(tenant, name, rows)
    for one in city.flows:
        load_flow(tenant, one.flow, one.text, place.now())
    write_contacts(tenant, contacts_of(city))
    if city.tenant.live_since:
        begin = datetime.combine(city.tenant.live_since, time(), ZoneInfo(city.tenant.time_zone)).astimezone(UTC)
        load_rollout(tenant, Rollout(periods=(LivePeriod(begin, LOADER, city.tenant.founding_norm),), revision=1))


def contacts_of(city: City) -> list[Contact]:
    """The contacts of the city's files."""
    return [Contact(c.id, c.name, c.kind, c.document, c.email) for c in city.contacts]


def users_of(city: City) -> list[User]:
    """The people of the city's files, with what they were granted."""
    return [
        User(
            id=user.login,
            tenant=city.tenant.id,
            name=user.name,
            agency=user.agency,
            email=user.email,
            grants=tuple(Grant(grant.unit, grant.profile) for grant in user.grants),
            taxpayer=user.taxpayer,
        )
        for user in city.users
    ]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Carrega as tabelas de uma cidade.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--password")
    arguments = parser.parse_args()
    city = read_city(arguments.folder)
    seed(Installation(read_settings()), city, arguments.password)
    print(f"{city.tenant.short_name}: {len(city.units)} unidades, {len(city.users)} usuários.")


if __name__ == "__main__":
    main()
