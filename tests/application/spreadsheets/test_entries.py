"""Units and catalogues by spreadsheet: the hierarchy in any order, told row by row (ACC-05 to ACC-16, issue 5 §7)."""

from dataclasses import asdict, replace
from typing import Any

import pytest

from chalicelib.application.references import EntryKey
from chalicelib.application.spreadsheets.check_import import check_import
from chalicelib.application.spreadsheets.export_table import export_table
from chalicelib.application.spreadsheets.order_import import order_import
from chalicelib.application.spreadsheets.report import Examination, RowState
from chalicelib.domain.catalogue_entry import CatalogueEntry
from chalicelib.domain.catalogue_tables import TABLES
from chalicelib.domain.entry_sheet import sheet_fields
from chalicelib.domain.errors import NotFound
from chalicelib.domain.rollout import LivePeriod, Rollout
from tests.application.under_way import invalid
from tests.fakes.city import UNITS
from tests.fakes.outside import Outside

from .conftest import GILDA, written

UNIT_HEADING = "Código;Sigla;Nome;Órgão;Unidade superior;Código da unidade;Disponível para envio de processos"


def keep(outside: Outside, table: str, code: str, values: dict[str, Any]) -> None:
    outside.memory.things[EntryKey(table, code)] = CatalogueEntry(table, code, code, values, 1)


@pytest.fixture(autouse=True)
def units(outside: Outside) -> None:
    for unit in UNITS:
        keep(outside, "units", unit.id, {**asdict(unit), "mailboxes": list(unit.mailboxes)})


def looked(outside: Outside, *lines: str, heading: str = UNIT_HEADING, table: str = "units") -> Examination:
    return check_import(outside.ports, GILDA, table, "\n".join([heading, *lines]).encode())


def kept(outside: Outside, table: str, code: str) -> CatalogueEntry | None:
    found: CatalogueEntry | None = outside.memory.things.get(EntryKey(table, code))
    return found


def test_survey_of_units_names_whoever_is_above_before_or_after_it(outside: Outside):
    """ACC-06, ACC-07: codes come from the acronyms, and what is above is made first."""
    lines = (
        ";SEDUC/ENS;Ensino;PMU;SEDUC;2102;",
        ";SEDUC;Secretaria de Educação;PMU;GAB;2101;",
        ";SEDUC/ENS/INF;Ensino Infantil;PMU;SEDUC/ENS;2103;",
    )
    found = looked(outside, *lines)
    assert [(row.line, row.state, row.reference["code"]) for row in found.rows] == [
        (3, RowState.NEW, "seduc"),
        (2, RowState.NEW, "seduc-ens"),
        (4, RowState.NEW, "seduc-ens-inf"),
    ]
    assert kept(outside, "units", "seduc") is None


def test_row_with_the_code_or_the_name_of_a_unit_changes_it_and_an_empty_cell_nothing(outside: Outside):
    data = "\n".join([UNIT_HEADING, "gab;GAB;Gabinete;;;;", ";obras;;;GAB;;não"]).encode()
    assert written(outside, data, "units") == [("done", "Alterado."), ("done", "Alterado.")]
    cabinet, works = kept(outside, "units", "gab"), kept(outside, "units", "obras")
    assert cabinet is not None
    assert works is not None
    assert (cabinet.values["name"], cabinet.values["sei_code"], cabinet.revision) == ("Gabinete", "1001", 2)
    assert (works.values["parent"], works.values["can_receive"]) == ("gab", False)
    again = check_import(outside.ports, GILDA, "units", data)
    assert {row.state for row in again.rows} == {RowState.SAME}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (";SEDUC;Educação;PMU;NENHUMA;2101;", "Unidade superior: “NENHUMA” não existe ou está desativado."),
        (";SEDUC;Educação;;GAB;2101;", "Órgão: Este campo é obrigatório."),
        (";SEDUC;Educação;PMU;GAB;21-01;", "Código da unidade: O código da unidade tem só algarismos, no máximo 9."),
        ("A B;SEDUC;Educação;PMU;GAB;2101;", f"Código: {TABLES['units'].code_hint}"),
        ("gab;;;IPMU;;;", "Órgão: não muda depois que o item é criado."),
        (";SEDUC;Educação;PMU;SEDUC;2101;", "Unidade superior: uma unidade não pode ficar abaixo dela mesma."),
    ],
)
def test_row_with_a_problem_says_which(outside: Outside, line, sentence):
    (row,) = looked(outside, line).rows
    assert (row.state, row.problems) == (RowState.WRONG, (sentence,))


def test_units_that_would_be_below_one_another_are_all_told(outside: Outside):
    found = looked(outside, ";A;Um;PMU;B;1;", ";B;Outro;PMU;A;2;", ";C;Terceiro;PMU;A;3;")
    assert [row.state for row in sorted(found.rows, key=lambda one: one.line)] == [
        RowState.WRONG,
        RowState.WRONG,
        RowState.NEW,
    ]


def test_second_row_of_the_same_entry_is_told(outside: Outside):
    found = looked(outside, ";SEDUC;Educação;PMU;;2101;", ";SEDUC;Outra;PMU;;2102;")
    assert [row.problems for row in found.rows] == [(), ("Código: é o mesmo da linha 2.",)]


def test_table_of_the_system_itself_takes_no_new_rows(outside: Outside):
    """ACC-16: the automatic e-mails are the system's own."""
    keep(outside, "mail-templates", "aviso", {"code": "aviso", "subject": "Aviso", "text": "Texto"})
    heading = "Código;Assunto;Texto"
    found = looked(outside, "aviso;Aviso novo;", "outro;Outro;Texto", heading=heading, table="mail-templates")
    assert [row.state for row in found.rows] == [RowState.CHANGED, RowState.WRONG]
    assert found.rows[1].problems == ("Esta tabela não recebe itens novos: eles são do próprio sistema.",)


def test_day_and_name_tell_one_holiday_from_the_same_of_another_year(outside: Outside):
    """ACC-15."""
    heading = "Data;Nome;Âmbito"
    lines = ("25/12/2026;Natal;Nacional", "25/12/2027;Natal;Nacional")
    data = "\n".join([heading, *lines]).encode()
    assert [state for state, _ in written(outside, data, "holidays")] == ["done", "done"]
    assert kept(outside, "holidays", "2027-12-25-natal") is not None
    assert {row.state for row in check_import(outside.ports, GILDA, "holidays", data).rows} == {RowState.SAME}
    with invalid(("file", "nothing_to_do")):
        order_import(outside.ports, GILDA, outside.operation(), "holidays", data)


def test_column_that_nobody_reads_is_told(outside: Outside):
    assert looked(outside, "gab;GAB;sim", heading="Código;Sigla;Ativo").unused == ("Ativo",)


def test_unknown_table_is_refused(outside: Outside):
    for act in (check_import, lambda *given: export_table(*given[:3], "csv", False)):
        with pytest.raises(NotFound):
            act(outside.ports, GILDA, "nenhuma", b"a;b\nc;d")


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_a_model_to_be_filled(outside: Outside, name):
    made = export_table(outside.ports, GILDA, name, "csv", empty=True)
    labels = made.content.decode().strip("\ufeff\r\n").split(";")
    assert len(set(labels)) == len(labels)
    assert [field.label for field in sheet_fields(TABLES[name])] == [
        one for one in labels if one not in (TABLES[name].code_label, "Ativo")
    ]


def test_export_is_read_back_as_nothing_new(outside: Outside):
    """Whatever a table holds, its own export changes nothing of it."""
    subject = {"code": "01.01", "name": "Férias", "structural": False, "active": True,
               "retention": {"active_years": 5, "active_event": "", "semi_active_years": 0,
                             "disposition": "permanent"}}  # fmt: skip
    keep(outside, "subjects", "01.01", subject)
    keep(outside, "role-titles", "gab", {"unit": "gab", "titles": ["Chefe; de gabinete", "Assessor"]})
    keep(outside, "agencies", "pmu", {"id": "pmu", "acronym": "PMU", "name": "Prefeitura", "sei_code": "1",
         "numbering_mask": "@cod_unidade_sei_05d@.@seq_anual_cod_unidade_sei_06d@/@ano_4d@-@dv_mod11_1d@",
         "letterhead": ["Prefeitura", "Estado"]})  # fmt: skip
    for name in ("units", "subjects", "role-titles", "agencies"):
        made = export_table(outside.ports, GILDA, name, "csv", empty=False)
        found = check_import(outside.ports, GILDA, name, made.content)
        assert [(row.state, row.problems) for row in found.rows] == [(RowState.SAME, ())] * made.rows


def test_row_that_would_change_what_forms_numbers_is_refused_once_live(outside: Outside):
    """PRO-05: told before anything is written, as it would be on the screen."""
    live = Rollout(periods=(LivePeriod(outside.ports.now(), GILDA.user, "Decreto nº 1"),))
    outside.tables = replace(outside.tables, progress=live)
    found = looked(outside, "gab;GAB;Gabinete do Prefeito;;;9999;", "obras;OBRAS;Obras e Serviços;;;;")
    assert [row.state for row in found.rows] == [RowState.WRONG, RowState.CHANGED]
    assert found.rows[0].problems[0].startswith("O que forma o número dos processos não muda")
