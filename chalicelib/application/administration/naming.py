"""What the entries of the other tables are called, for the fields that name them and for the history."""

from collections.abc import Mapping

from chalicelib.application.ports import Catalogues
from chalicelib.domain.catalogue_entry import CatalogueEntry
from chalicelib.domain.catalogue_table import MANY, CatalogueTable, FieldKind, Names, value_of
from chalicelib.domain.city_profile import CATALOGUE as PROFILES
from chalicelib.domain.city_profile import given_profiles, profile_names


def all_names(catalogues: Catalogues) -> Names:
    """Table -> code -> name, those put out of use too: what was chosen before is still told by its name."""
    return {
        "units": {unit.id: unit.acronym for unit in catalogues.units().values()},
        "agencies": {agency.id: agency.acronym for agency in catalogues.agencies().values()},
        "subjects": {one.code: f"{one.code} {one.name}" for one in catalogues.subjects().values()},
        "legal-bases": {basis.code: basis.label for basis in catalogues.legal_bases().values()},
        "process-types": {kind.code: kind.name for kind in catalogues.process_types().values()},
        "document-types": {kind.code: kind.name for kind in catalogues.document_types().values()},
        "every-profile": profile_names(catalogues.plain(PROFILES)),
    }


def offered_names(
    catalogues: Catalogues, table: CatalogueTable | None = None, before: CatalogueEntry | None = None
) -> Names:
    """What may be chosen: what is in use, and what the entry has already."""
    known = all_names(catalogues)
    active: dict[str, set[str]] = {
        "units": {unit.id for unit in catalogues.units().values() if unit.active},
        "agencies": {agency.id for agency in catalogues.agencies().values() if agency.active},
        "subjects": {one.code for one in catalogues.subjects().values() if one.active and not one.structural},
        "legal-bases": {basis.code for basis in catalogues.legal_bases().values() if basis.active},
        "process-types": {kind.code for kind in catalogues.process_types().values() if kind.active},
        "document-types": {kind.code for kind in catalogues.document_types().values() if kind.active},
        "every-profile": set(given_profiles(catalogues.plain(PROFILES))),
    }
    for field in table.fields if table and before else ():
        if field.kind in (FieldKind.ENTRY, FieldKind.ENTRIES) and before:
            value = value_of(before.values, field.name)
            active[field.table] |= set(value or ()) if field.kind in MANY else {str(value or "")}
    return {name: _kept(rows, active[name]) for name, rows in known.items()}


def _kept(rows: Mapping[str, str], codes: set[str]) -> dict[str, str]:
    return {code: name for code, name in rows.items() if code in codes}


def entry_name(table: CatalogueTable, entry: CatalogueEntry, names: Names) -> str:
    """What an entry is called."""
    name = str(entry.values.get(table.shown) or entry.code)
    return names.get(table.code_table, {}).get(name, name) if table.code_table else name
