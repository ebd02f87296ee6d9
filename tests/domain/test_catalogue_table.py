"""What may be written in the catalogues of the administration: ACC-05 to ACC-16, PRO-04, PRO-09."""

import pytest

from chalicelib.domain.catalogue_entry import CatalogueEntry, changed_entry, offered, seen_entry
from chalicelib.domain.catalogue_table import (
    FieldKind,
    check_code,
    present_values,
    read_values,
    shown_values,
    words,
)
from chalicelib.domain.catalogue_tables import TABLES
from chalicelib.domain.errors import Conflict, NotFound
from tests.application.under_way import invalid

from .process_examples import refused

NAMES = {
    "units": {"gab": "GAB", "obras": "OBRAS"},
    "agencies": {"pmu": "PMU"},
    "subjects": {"01.01": "01.01 Férias"},
    "legal-bases": {"pessoal": "Informação pessoal (Lei nº 12.527/2011)"},
}
TYPES, SUBJECTS, AGENCIES = (TABLES[name] for name in ("process-types", "subjects", "agencies"))
TYPE = {
    "name": "Alvará",
    "description": "",
    "suggested_subjects": ["01.01"],
    "allowed_levels": ["public", "restricted"],
    "suggested_level": "public",
    "suggested_legal_basis": None,
    "units": ["gab"],
    "agencies": [],
}


def test_good_form_is_read_as_it_is():
    assert read_values(TYPES, TYPE, NAMES, new=True) == TYPE


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"name": ""}, "name", "required"),
        ({"name": "a" * 101}, "name", "string_too_long"),
        ({"name": 7}, "name", "string_type"),
        ({"suggested_subjects": ["99"]}, "suggested_subjects", "entry_unknown"),
        ({"units": ["gab", "gab"]}, "units", "repeated"),
        ({"units": "gab"}, "units", "list_type"),
        ({"allowed_levels": []}, "allowed_levels", "required"),
        ({"allowed_levels": ["secret"]}, "allowed_levels", "entry_unknown"),
        ({"suggested_level": "confidential"}, "suggested_level", "level_not_allowed"),
        ({"suggested_legal_basis": "nenhuma"}, "suggested_legal_basis", "entry_unknown"),
        ({"outro": "x"}, "outro", "extra_forbidden"),
    ],
)
def test_wrong_field_is_named(change, field, code):
    with invalid((f"values.{field}", code)):
        read_values(TYPES, {**TYPE, **change}, NAMES, new=True)


def test_field_that_is_fixed_is_asked_when_the_entry_is_made_and_never_again():
    basis = {"name": "Pessoal", "law": "Lei nº 12.527/2011", "level": "restricted"}
    table = TABLES["legal-bases"]
    assert read_values(table, basis, NAMES, new=True) == basis
    with invalid(("values.level", "extra_forbidden")):
        read_values(table, basis, NAMES, new=False)
    assert present_values(table, basis) == {"name": "Pessoal", "law": "Lei nº 12.527/2011"}


def test_numbering_mask_of_an_agency_is_read_before_it_is_kept():
    agency = {"acronym": "PMU", "name": "Prefeitura", "sei_code": "001", "numbering_mask": "@ano_4d@"}
    with invalid(("values.numbering_mask", "sequence_required")):
        read_values(AGENCIES, agency, NAMES, new=True)
    with invalid(("values.numbering_mask", "year_required"), ("values.sei_code", "invalid")):
        mask = "@seq_anual_cod_unidade_sei_06d@"
        read_values(AGENCIES, {**agency, "sei_code": "1A", "numbering_mask": mask}, NAMES, new=True)


def test_subject_that_only_groups_is_kept_for_no_time_of_its_own():
    group = {"name": "Pessoal", "structural": True, "retention.disposition": None, "retention.active_years": 3}
    assert read_values(SUBJECTS, group, NAMES, new=True)["retention"] is None
    with invalid(("values.retention.disposition", "required")):
        read_values(SUBJECTS, {**group, "structural": False}, NAMES, new=True)
    kept = read_values(
        SUBJECTS, {**group, "structural": False, "retention.disposition": "permanent"}, NAMES, new=True
    )
    assert kept["retention"] == {"disposition": "permanent", "active_years": 3, "active_event": ""}


def test_history_tells_values_in_the_words_of_the_screen():
    told = shown_values(TYPES, TYPE, NAMES)
    assert told["Níveis de acesso permitidos"] == "Público; Restrito"
    assert told["Assuntos sugeridos"] == "01.01 Férias"
    assert told["Somente nas unidades"] == "GAB"
    assert told["Hipótese legal sugerida"] == ""
    day = next(field for field in TABLES["holidays"].fields if field.kind is FieldKind.DAY)
    assert words(day, "2026-12-25", NAMES) == "25/12/2026"
    flag = next(field for field in TABLES["units"].fields if field.kind is FieldKind.FLAG)
    assert (words(flag, True, NAMES), words(flag, False, NAMES)) == ("sim", "não")


@pytest.mark.parametrize("code", ["", "Alvará", "a b", "-a", "a" * 61, "a/b", "a#b"])
def test_code_that_no_address_can_carry_is_refused(code):
    with invalid(("code", "invalid")):
        check_code(TYPES, code, {}, NAMES)


def test_flag_that_nobody_set_is_no():
    unit = {"acronym": "GAB", "name": "Gabinete", "agency": "pmu", "sei_code": "1", "protocol": None}
    read = read_values(TABLES["units"], unit, NAMES, new=True)
    assert read["protocol"] is False
    with invalid(("values.protocol", "bool_type")):
        read_values(TABLES["units"], {**unit, "protocol": "sim"}, NAMES, new=True)


def test_code_is_of_one_entry_and_titles_are_of_a_unit_that_exists():
    assert check_code(TYPES, "alvara-2", {"alvara": "Alvará"}, NAMES) == "alvara-2"
    with invalid(("code", "code_taken")):
        check_code(TYPES, "alvara", {"alvara": "Alvará"}, NAMES)
    assert check_code(TABLES["role-titles"], "gab", {}, NAMES) == "gab"
    with invalid(("code", "entry_unknown")):
        check_code(TABLES["role-titles"], "nenhuma", {}, NAMES)


ENTRY = CatalogueEntry("priorities", "idoso", "00001#idoso", {"code": "idoso", "name": "Idoso"})


def test_entry_out_of_use_is_still_there_and_comes_back():
    away = offered(ENTRY, False)
    assert (away.active, away.revision, away.values["name"]) == (False, 1, "Idoso")
    back = offered(away, True)
    assert (back.active, back.revision) == (True, 2)
    with refused("already_inactive"):
        offered(away, False)
    with refused("already_active"):
        offered(ENTRY, True)


def test_change_keeps_what_it_does_not_touch():
    after = changed_entry(ENTRY, {"name": "Pessoa idosa"})
    assert after.values == {"code": "idoso", "name": "Pessoa idosa"}
    with refused("nothing_changed"):
        changed_entry(ENTRY, {"name": "Idoso"})
    with refused("entry_changed", Conflict):
        seen_entry(after, 0)
    with refused("entry_not_found", NotFound):
        seen_entry(None, 0)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_table_has_words_for_its_screen_and_no_field_twice(table):
    assert table.title
    assert table.one.split()[0] in ("o", "a", "os", "as")
    names = [field.name for field in table.fields]
    assert len(set(names)) == len(names)
    for field in table.fields:
        assert field.label
        assert bool(field.options) == (field.kind in (FieldKind.CHOICE, FieldKind.CHOICES)), field.name
        assert bool(field.table) == (field.kind in (FieldKind.ENTRY, FieldKind.ENTRIES)), field.name
