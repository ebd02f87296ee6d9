"""The demonstration city is coherent (ACC-05..ACC-09, ACC-11, PRO-02..PRO-05, PRO-09, ARQ-01)."""

import re
from collections import Counter

import pytest

from chalicelib.domain.numbering import Codes, digits, format_number, parse_mask
from infra.local.catalogue_reader import main, read_city
from infra.local.catalogue_records import City
from tests.catalogues.city_folder import UBATUBA


@pytest.fixture(scope="module")
def city() -> City:
    return read_city(UBATUBA)


def test_city_has_its_six_bodies_each_with_units_and_one_protocol(city: City) -> None:
    assert [agency.id for agency in city.agencies] == ["pmu", "ipmu", "comtur", "emdurb", "fundart", "fundac"]
    assert len(city.units) >= 28
    for agency in city.agencies:
        units = [unit for unit in city.units if unit.agency == agency.id]
        assert len(units) >= 2
        assert sum(unit.protocol for unit in units) == 1


def test_each_agency_is_one_tree_and_every_unit_hangs_from_its_root(city: City) -> None:
    """ACC-07."""
    parents = {unit.id: unit.parent for unit in city.units}
    for agency in city.agencies:
        roots = [unit.id for unit in city.units if unit.agency == agency.id and unit.parent is None]
        assert len(roots) == 1
        for unit in city.units:
            if unit.agency == agency.id:
                here, steps = unit.id, 0
                while parents[here] is not None and steps < len(parents):
                    here, steps = str(parents[here]), steps + 1
                assert here == roots[0]


def test_processes_of_two_agencies_can_never_get_the_same_number(city: City) -> None:
    """PRO-05: the numbers of each unit's tenth process, all agencies together."""
    agencies = {agency.id: agency for agency in city.agencies}
    owners: dict[str, set[str]] = {}
    for unit in city.units:
        agency = agencies[unit.agency]
        codes = Codes(agency_sei=agency.sei_code, unit_sei=unit.sei_code)
        number = format_number(parse_mask(agency.numbering_mask), codes, 2026, 10)
        owners.setdefault(digits(number), set()).add(unit.agency)
    assert all(len(agencies_of_number) == 1 for agencies_of_number in owners.values())
    assert {len(number) for number in owners} == {17, 20, 13, 15}


def test_city_shows_the_federal_number_the_nipe_and_its_own_short_number(city: City) -> None:
    """PRO-05; norms.md §1.1, §1.2 and §1.4."""
    masks = {agency.id: agency.numbering_mask for agency in city.agencies}
    tail = "@seq_anual_cod_unidade_sei_06d@/@ano_4d@-@dv_mod11_executivo_federal_2d@"
    assert masks["pmu"] == f"@cod_unidade_sei_05d@.{tail}"
    assert masks["ipmu"] == f"35.@cod_orgao_sei_03d@@cod_unidade_sei_03d@.{tail}"
    assert masks["comtur"] == "@cod_orgao_sei_03d@.@seq_anual_cod_orgao_sei_05d@/@ano_4d@-@dv_mod11_1d@"


def test_process_types_cover_the_three_levels_and_restricted_ones_bring_their_legal_basis(city: City) -> None:
    """PRO-04, PRO-08, PRO-09; norms.md §8 item 4."""
    assert len(city.process_types) >= 14
    assert {level for kind in city.process_types for level in kind.allowed_levels} == {
        "public",
        "restricted",
        "confidential",
    }
    levels = {basis.code: basis.level for basis in city.legal_bases}
    for kind in city.process_types:
        if kind.suggested_level == "public":
            assert kind.suggested_legal_basis is None
        else:
            assert levels[str(kind.suggested_legal_basis)] == kind.suggested_level


def test_every_level_a_process_type_allows_has_some_legal_basis_to_choose(city: City) -> None:
    """PRO-09."""
    served = {basis.level for basis in city.legal_bases}
    assert len(city.legal_bases) >= 10
    assert {level for kind in city.process_types for level in kind.allowed_levels} <= served | {"public"}


def test_every_suggested_subject_may_be_used_and_has_its_retention(city: City) -> None:
    """ARQ-01."""
    usable = {subject.code: subject for subject in city.subjects if not subject.structural}
    assert len(usable) >= 40
    for kind in city.process_types:
        assert kind.suggested_subjects
        for code in kind.suggested_subjects:
            assert usable[code].disposition in ("permanent", "disposal")
            assert usable[code].active_years is not None
            assert usable[code].semi_active_years is not None


def test_conformity_checks_and_priorities_are_those_of_the_norms(city: City) -> None:
    """DOC-08, PRO-03; norms.md §2."""
    assert len(city.conformity_checks) == 4
    assert [priority.code for priority in city.priorities] == [
        "idoso-80",
        "idoso-60",
        "pessoa-com-deficiencia",
        "doenca-grave",
        "crianca-adolescente",
        "licenca-ambiental",
    ]


def test_demonstration_users_have_every_profile_and_some_work_in_two_units(city: City) -> None:
    """ACC-04, ACC-09: a user's units belong to the user's own agency here."""
    assert len(city.users) >= 14
    profiles = Counter(grant.profile for user in city.users for grant in user.grants)
    keepers = {"unit_holdings", "holdings_coordinator"}
    assert set(profiles) == {"basic", "protocol", "administrator", "auditor", "data_protection"} | keepers
    assert sum(len({grant.unit for grant in user.grants}) > 1 for user in city.users) >= 5
    agencies = {unit.id: unit.agency for unit in city.units}
    assert all(agencies[grant.unit] == user.agency for user in city.users for grant in user.grants)
    assert {user.agency for user in city.users} == {agency.id for agency in city.agencies}


def test_the_main_job_finds_its_people(city: City) -> None:
    """Protocol clerk starts; a second unit has one who receives and one to whom it is assigned (TRA-01)."""
    users = {user.login: user for user in city.users}
    assert users["ana.lima"].grants[0].unit == "semad-prot"
    assert users["ana.lima"].grants[0].profile == "protocol"
    members = Counter(grant.unit for user in city.users for grant in user.grants)
    assert members["semurb-alv"] >= 2
    assert members["semad-rh"] >= 3


def test_nobody_in_the_demonstration_can_receive_real_mail_or_calls(city: City) -> None:
    addresses = [unit.email for unit in city.units] + [user.email for user in city.users]
    addresses += [contact.email for contact in city.contacts if contact.email]
    assert all(address.endswith(".example") for address in addresses)
    phones = [unit.phone for unit in city.units] + [agency.phone for agency in city.agencies]
    assert all(re.fullmatch(r"\(12\) 5555-\d{4}", phone) for phone in phones)


def test_contacts_carry_only_invented_documents(city: City) -> None:
    """CON-01, LGPD: 9999… passes the check digits and belongs to the demonstration."""
    assert len(city.contacts) >= 20
    assert {contact.kind for contact in city.contacts} == {"person", "organisation"}
    documents = [contact.document for contact in city.contacts if contact.document]
    assert len(documents) >= 15
    assert len(set(documents)) == len(documents)
    assert all(document.startswith("999999") for document in documents)


def test_emblem_is_a_small_drawing_that_asks_nothing_of_the_network(city: City) -> None:
    drawing = city.tenant.coat_of_arms.read_text("utf-8")
    assert drawing.startswith("<svg")
    assert "<title" in drawing
    assert not re.search(r"<script|<image|<text|href=", drawing)
    assert (UBATUBA / "coat_of_arms.png").read_bytes().startswith(b"\x89PNG")


def test_command_says_what_would_be_loaded(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(UBATUBA)]) == 0
    assert "6 órgãos" in capsys.readouterr().out


def test_command_refuses_a_folder_that_is_not_a_city(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(UBATUBA / "templates")]) == 1
    assert "tenant.yaml: o arquivo não existe." in capsys.readouterr().err
