"""Units, their people and the tables screens choose from: ACC-06, TRA-01, TRA-07, PRO-04, PRO-08, DOC-02."""

import pytest

from chalicelib.application.organisation.catalogues import TABLES, read_catalogue
from chalicelib.application.organisation.units import list_units
from chalicelib.application.organisation.users import list_users
from chalicelib.domain.errors import Forbidden, NotFound
from chalicelib.domain.identity import Actor
from tests.application.under_way import CLERK, TECHNICIAN, refused
from tests.fakes.city import HELENA, WORKS, at_work
from tests.fakes.outside import Outside

NOBODY = Actor("ubatuba", HELENA, WORKS.short, "pmu")


def acronyms(outside: Outside, query: str) -> list[str]:
    return [unit.acronym for unit in list_units(outside.ports, CLERK, query)]


def test_only_units_that_receive_are_offered(outside: Outside):
    assert acronyms(outside, "") == ["GAB", "IPMU/BEN", "OBRAS", "SEMAD/PROT", "SEMAD/RH"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("semad", ["SEMAD/PROT", "SEMAD/RH"]),
        ("BENEFICIOS", ["IPMU/BEN"]),
        ("prefeito", ["GAB"]),
        ("o", ["OBRAS", "GAB", "IPMU/BEN", "SEMAD/PROT", "SEMAD/RH"]),
        ("zzz", []),
    ],
)
def test_unit_is_found_by_acronym_first_and_by_name_whatever_its_accents(
    outside: Outside, query: str, found: list[str]
):
    assert [each for each in acronyms(outside, query) if each in found] == found
    assert (acronyms(outside, query) == []) == (found == [])


def test_people_of_a_unit_come_by_name(outside: Outside):
    assert [person.name for person in list_users(outside.ports, CLERK, "semad-prot")] == [
        "Ana Lima",
        "Carlos Moura",
    ]


def test_unit_that_does_not_exist_has_no_people(outside: Outside):
    with refused("not_found", NotFound):
        list_users(outside.ports, CLERK, "nada")


def test_catalogue_that_does_not_exist_is_not_found(outside: Outside):
    for name in ("nada", "templates", "tenant", "__class__"):
        with refused("not_found", NotFound):
            read_catalogue(outside.ports, CLERK, name)


def test_process_types_are_those_of_the_unit(outside: Outside):
    codes = {row["code"] for row in read_catalogue(outside.ports, CLERK, "process-types")}
    assert codes == {"pedido", "licenca", "aberto", "sigilo"}
    works = at_work(HELENA, WORKS)
    assert "obra" in {row["code"] for row in read_catalogue(outside.ports, works, "process-types")}


def test_levels_are_offered_as_the_type_admits_them(outside: Outside):
    (kind,) = (
        row for row in read_catalogue(outside.ports, CLERK, "process-types") if row["code"] == "sigilo"
    )
    assert (kind["allowed_levels"], kind["suggested_level"], kind["suggested_legal_basis"]) == (
        ["restricted", "confidential"],
        "confidential",
        "sindicancia",
    )


def test_subjects_that_only_group_others_are_not_offered(outside: Outside):
    assert read_catalogue(outside.ports, CLERK, "subjects") == [
        {"code": "01.02.01", "name": "Requerimentos"},
        {"code": "01.03.01", "name": "Licenças"},
    ]


def test_tables_of_names_carry_nothing_else(outside: Outside):
    assert read_catalogue(outside.ports, CLERK, "priorities") == [
        {"code": "idoso-80", "name": "Pessoa idosa com 80 anos ou mais"}
    ]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_is_read_by_who_works_and_by_who_cares_for_the_system(outside: Outside, name: str):
    assert read_catalogue(outside.ports, CLERK, name)
    assert read_catalogue(outside.ports, TECHNICIAN, name)


def test_who_holds_no_profile_reads_nothing(outside: Outside):
    for read in (
        lambda: read_catalogue(outside.ports, NOBODY, "subjects"),
        lambda: list_units(outside.ports, NOBODY, ""),
        lambda: list_users(outside.ports, NOBODY, "gab"),
    ):
        with refused("profile_required", Forbidden):
            read()
