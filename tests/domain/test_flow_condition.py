"""Which way a form's field sends the process: by value, number, money, date or words (issue 4 §7)."""

import pytest

from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.flow import OTHERS, Comparison, Way
from chalicelib.domain.flow_condition import condition_problems, way_taken, written_day, written_number
from chalicelib.domain.flow_reading import read_flow
from chalicelib.domain.form import FieldKind, FormField

ELSE = Way("resto", value=OTHERS)


def way(comparison: Comparison, value: str, to: str = "aqui") -> Way:
    return Way(to, value=value, comparison=comparison)


@pytest.mark.parametrize(
    ("comparison", "value", "said", "taken"),
    [
        (Comparison.ABOVE, "17.600,00", "17600.01", True),
        (Comparison.ABOVE, "17.600,00", "17600.00", False),
        (Comparison.FROM, "17.600,00", "17600", True),
        (Comparison.BELOW, "1.000", "999.99", True),
        (Comparison.BELOW, "1.000", "1000", False),
        (Comparison.UP_TO, "R$ 1.000", "1000.00", True),
        (Comparison.EQUAL, "1.000,5", "1000.50", True),
        (Comparison.EQUAL, "3", "30", False),
        (Comparison.FROM, "01/02/2026", "2026-02-01", True),
        (Comparison.ABOVE, "01/02/2026", "2026-02-01", False),
        (Comparison.BELOW, "01/02/2026", "2025-12-31", True),
        (Comparison.UP_TO, "31/12/2026", "2027-01-01", False),
        (Comparison.CONTAINS, "perequê", "Rua do PEREQUE-Açu, 10", True),
        (Comparison.CONTAINS, "centro", "Itaguá", False),
        (Comparison.EQUAL, "Centro", "Itaguá\nCentro", True),
        (Comparison.EQUAL, "sim", "sim", True),
        (Comparison.BELOW, "10", "", False),
        (Comparison.BELOW, "10", "dez", False),
        (Comparison.BELOW, "10", "NaN", False),
    ],
)
def test_what_the_field_says_takes_the_way_or_the_one_for_the_others(
    comparison: Comparison, value: str, said: str, taken: bool
):
    assert way_taken((way(comparison, value), ELSE), said) == (0 if taken else 1)


def test_ways_are_tried_in_the_order_written_and_the_others_last():
    ways = (ELSE, way(Comparison.UP_TO, "100"), way(Comparison.UP_TO, "1.000"))
    assert [way_taken(ways, said) for said in ("100", "1000", "1000.01")] == [1, 2, 0]
    assert way_taken(ways[1:], "5000") is None


FIELDS = {kind: FormField("campo", kind, "Campo", options=("a", "b")) for kind in FieldKind}


def codes(kind: FieldKind, *ways: Way) -> list[str]:
    return [code for code, _ in condition_problems(FIELDS[kind], ways)]


@pytest.mark.parametrize("kind", [FieldKind.DATE, FieldKind.MONEY, FieldKind.INTEGER, FieldKind.TEXT])
def test_field_with_no_end_of_values_says_where_the_others_go(kind: FieldKind):
    value = "31/12/2026" if kind is FieldKind.DATE else "10"
    assert codes(kind, way(Comparison.EQUAL, value)) == ["value_missing"]
    assert codes(kind, way(Comparison.EQUAL, value), ELSE) == []


def test_comparison_that_the_field_does_not_take_is_refused():
    assert codes(FieldKind.MONEY, way(Comparison.CONTAINS, "10"), ELSE) == ["comparison_unfit"]
    assert codes(FieldKind.TEXT, way(Comparison.ABOVE, "10"), ELSE) == ["comparison_unfit"]
    assert codes(FieldKind.LIST, way(Comparison.CONTAINS, "a")) == ["comparison_unfit"]
    assert codes(FieldKind.FLAG, way(Comparison.FROM, "sim")) == ["comparison_unfit"]


def test_value_that_the_field_cannot_have_is_refused():
    assert codes(FieldKind.DATE, way(Comparison.FROM, "32/12/2026"), ELSE) == ["value_unfit"]
    assert codes(FieldKind.DATE, way(Comparison.FROM, "2026-12-31"), ELSE) == ["value_unfit"]
    assert codes(FieldKind.INTEGER, way(Comparison.FROM, "mil"), ELSE) == ["value_unfit"]


def test_numbers_and_days_are_read_as_brazilians_write_them():
    assert [str(written_number(text)) for text in ("1.234,5", "R$ 10", "-3")] == ["1234.5", "10", "-3"]
    assert [written_number(text) for text in ("1.23", "1,2,3", "", "10 reais")] == [None] * 4
    assert written_day("29/02/2027") is None


WRITTEN = {
    "fluxo": "compra",
    "nome": "Compra",
    "tipo_de_processo": "compra-direta",
    "etapas": [
        {
            "etapa": "valor",
            "nome": "Valor",
            "campo": {"documento": "pedido", "campo": "valor"},
            "conforme": [{"maior_que": "17.600,00", "segue": "fim"}, {"outros": "sim", "segue": "fim"}],
        }
    ],
}


def test_comparison_is_read_from_its_word_and_two_in_a_line_are_refused():
    (step,) = read_flow(WRITTEN).steps
    assert step.ways[0] == Way(None, value="17.600,00", comparison=Comparison.ABOVE)
    assert [each.name for each in step.ways] == ["maior que 17.600,00", "outros casos"]
    both = [{"ate": "1", "maior_que": "2", "segue": "fim"}]
    twice = {**WRITTEN, "etapas": [{**WRITTEN["etapas"][0], "conforme": both}]}
    with pytest.raises(InvalidRequest) as refused:
        read_flow(twice)
    assert "não ficam na mesma linha" in refused.value.errors[0].message
