"""The tenant's catalogues as loaded and as read (DOC-02, PRO-04, PRO-09, TRA-15)."""

from datetime import date

import pytest

from chalicelib.adapters.dynamodb.addresses import list_tenant, tenants
from chalicelib.adapters.dynamodb.catalogues import DynamoCatalogues, forget, load
from chalicelib.domain.catalogue import DocumentType, LegalBasis, ProcessType, Subject, TypeNumbering
from chalicelib.domain.organisation import Agency, Unit

LETTER = DocumentType("oficio", "Ofício", numbering=TypeNumbering.UNIT_ANNUAL, has_template=True)
NOTE = DocumentType("nota", "Nota")


@pytest.fixture
def catalogues(connection, tenant):
    forget()
    return DynamoCatalogues(tenant)


def test_each_catalogue_comes_back_as_it_was_loaded(catalogues, tenant):
    rows = {
        "agencies": Agency("pmu", "PMU", "Prefeitura", "1", "@ano_4d@", ("PREFEITURA",), "Rua 1"),
        "units": Unit("prot", "PROT", "Protocolo", "pmu", "1101", protocol=True),
        "process-types": ProcessType("pedido", "Pedido", units=frozenset({"prot"})),
        "document-types": LETTER,
        "subjects": Subject("01", "Meio", True),
        "legal-bases": LegalBasis("pessoal", "Informação pessoal", "Lei 12.527", "restricted"),
    }
    for name, row in rows.items():
        load(tenant, name, {getattr(row, "code", getattr(row, "id", "")): row})
    found = {name: list(getattr(catalogues, name.replace("-", "_"))().values()) for name in rows}
    assert found == {name: [row] for name, row in rows.items()}


def test_rows_keep_the_order_of_the_file(catalogues, tenant):
    load(tenant, "document-types", {"oficio": LETTER, "nota": NOTE})
    assert list(catalogues.document_types()) == ["oficio", "nota"]


def test_row_loaded_again_at_another_place_replaces_the_one_before(catalogues, tenant):
    load(tenant, "document-types", {"oficio": LETTER, "nota": NOTE})
    renamed = DocumentType("nota", "Nota técnica")
    load(tenant, "document-types", {"nota": renamed})
    assert catalogues.document_types() == {"nota": renamed, "oficio": LETTER}
    load(tenant, "priorities", {"a": {"code": "a"}, "b": {"code": "b"}})
    load(tenant, "priorities", {"b": {"code": "b"}, "a": {"code": "a"}})
    assert catalogues.plain("priorities") == [{"code": "b"}, {"code": "a"}]


def test_row_that_left_the_file_stays_for_what_was_registered_with_it(catalogues, tenant):
    load(tenant, "document-types", {"oficio": LETTER, "nota": NOTE})
    load(tenant, "document-types", {"oficio": LETTER})
    assert set(catalogues.document_types()) == {"oficio", "nota"}


def test_template_is_found_by_its_type(catalogues, tenant):
    load(tenant, "templates", {"oficio": {"type": "doc"}})
    load(tenant, "templates", {"nota": {"type": "doc", "schema": 1}, "oficio": {"type": "doc", "schema": 2}})
    assert catalogues.template("oficio") == {"type": "doc", "schema": 2}
    assert catalogues.template("portaria") is None


def test_holidays_are_everybodys_and_the_agencys_own(catalogues, tenant):
    rows = {"natal": {"date": "2026-12-25"}, "fundacao": {"date": "2026-11-27", "agency": "pmu"}}
    load(tenant, "holidays", rows)
    assert catalogues.holidays("pmu") == {date(2026, 12, 25), date(2026, 11, 27)}
    assert catalogues.holidays("ipmu") == {date(2026, 12, 25)}


def test_tenant_without_rows_has_empty_catalogues(catalogues):
    assert (catalogues.tenant(), catalogues.plain("nada"), catalogues.units()) == ({}, [], {})


def test_what_was_read_is_kept_until_a_load(catalogues, tenant, connection, monkeypatch):
    load(tenant, "tenant", {"t": {"id": "t", "name": "Um"}})
    first = catalogues.tenant()
    assert catalogues.tenant() is first
    load(tenant, "tenant", {"t": {"id": "t", "name": "Dois"}})
    assert catalogues.tenant()["name"] == "Dois"


def test_tenants_do_not_see_each_others_rows(catalogues, tenant):
    load(tenant, "document-types", {"oficio": LETTER})
    assert DynamoCatalogues(tenant + "x").document_types() == {}


def test_every_tenant_of_the_installation_is_listed_once(connection, tenant):
    """Issue 2 item 5: what repairs and sweeps must reach every tenant, without a Scan."""
    for name in (f"{tenant}b", f"{tenant}a", f"{tenant}b"):
        list_tenant(name)
    assert [name for name in tenants() if name.startswith(tenant)] == [f"{tenant}a", f"{tenant}b"]
