"""Numbering masks and sequences (PRO-05; norms.md §1.2, §1.4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.check_digit import NumberKind, validate_foreign
from chalicelib.domain.errors import InvalidRequest, Refused
from chalicelib.domain.numbering import Codes, digits, format_number, parse_mask, sequence_key
from chalicelib.domain.organisation import Agency, Unit

FEDERAL = "@cod_unidade_sei_05d@.@seq_anual_cod_unidade_sei_06d@/@ano_4d@-@dv_mod11_executivo_federal_2d@"
NIPE = (
    "17.@cod_orgao_sei_03d@@cod_unidade_sei_03d@.@seq_anual_cod_unidade_sei_06d@/@ano_4d@"
    "-@dv_mod11_executivo_federal_2d@"
)
SAO_PAULO = "@cod_orgao_sei_04d@.@ano_4d@/@seq_anual_cod_orgao_sei_07d@-@dv_mod11_1d@"
CNJ = "@seq_anual_cod_orgao_sip_07d@-@dv_mod97_base10_cnj_2d@.@ano_4d@.2.00.0000"
OLD_FEDERAL = (
    "@cod_unidade_sip_07d@.@seq_anual_cod_unidade_sip_08d@/@ano_4d@-@dv_mod97_base10_executivo_federal_2d@"
)
CNMP = (
    "19.@cod_orgao_sip_02d@.@cod_unidade_sip_04d@.@seq_anual_cod_unidade_sip_07d@/@ano_4d@"
    "-@dv_mod97_base10_cnmp_2d@"
)


def _code(problem):
    return problem.value.errors[0].code


@pytest.mark.parametrize(
    ("mask", "codes", "year", "sequence", "number"),
    [
        (FEDERAL, Codes(unit_sei="50300"), 2018, 18905, "50300.018905/2018-67"),
        (FEDERAL, Codes(unit_sei="261"), 2026, 4, "00261.000004/2026-64"),
        (FEDERAL, Codes(unit_sei="25410"), 2018, 14122, "25410.014122/2018-10"),
        (NIPE, Codes(agency_sei="137", unit_sei="001"), 2026, 1, "17.137001.000001/2026-21"),
        (SAO_PAULO, Codes(agency_sei="6074"), 2022, 902, "6074.2022/0000902-7"),
        (CNJ, Codes(agency_sip="1"), 2015, 5908, "0005908-43.2015.2.00.0000"),
    ],
)
def test_masks_give_the_verified_numbers(mask, codes, year, sequence, number):
    assert format_number(parse_mask(mask), codes, year, sequence) == number


def test_masks_of_the_21_digit_and_cnmp_numbers_close_modulo_97():
    old = format_number(parse_mask(OLD_FEDERAL), Codes(unit_sip="1234"), 2015, 42)
    assert validate_foreign(old) is NumberKind.NUP_21
    cnmp = format_number(parse_mask(CNMP), Codes(agency_sip="2", unit_sip="31"), 2017, 15)
    assert cnmp.startswith("19.02.0031.0000015/2017-")
    assert int(digits(cnmp)) % 97 == 1


@given(
    st.integers(1, 99999),
    st.integers(2000, 2100),
    st.integers(1, 999999),
    st.sampled_from(
        [(FEDERAL, NumberKind.NUP_17), (CNJ, NumberKind.CNJ_20), (OLD_FEDERAL, NumberKind.NUP_21)]
    ),
)
def test_every_number_made_is_accepted_by_the_validator(code, year, sequence, shape):
    mask, kind = shape
    codes = Codes(agency_sip=str(code), unit_sip=str(code), unit_sei=str(code))
    assert validate_foreign(format_number(parse_mask(mask), codes, year, sequence)) is kind


@given(st.integers(1, 999998), st.integers(2000, 2098))
def test_neighbours_in_a_sequence_and_in_time_never_make_the_same_number(sequence, year):
    mask, codes = parse_mask(FEDERAL), Codes(unit_sei="1003")
    made = {
        digits(format_number(mask, codes, y, s)) for y in (year, year + 1) for s in (sequence, sequence + 1)
    }
    assert len(made) == 4


def test_all_variables_of_sei_are_read():
    whose = [f"{body}_{system}" for body in ("orgao", "unidade") for system in ("sip", "sei")]
    codes = Codes(agency_sei="1", unit_sei="2", agency_sip="3", unit_sip="4")
    plain = {"orgao_sip": "3", "orgao_sei": "1", "unidade_sip": "4", "unidade_sei": "2"}
    for body in whose:
        for width in range(1, 11):
            source = f"@cod_{body}@/@cod_{body}_{width:02d}d@.@seq_anual_cod_{body}_0{width}d@.@ano_2d@"
            expected = f"{plain[body]}/{plain[body].zfill(width)}.{'7'.zfill(width)}.26"
            assert format_number(parse_mask(source), codes, 2026, 7) == expected


@pytest.mark.parametrize(
    ("mask", "code"),
    [
        ("@ano_4d", "unbalanced_mask"),
        ("@ano_4d@.@seq_anual_cod_orgao_sei_05d@@", "unbalanced_mask"),
        ("", "sequence_required"),
        ("@ano_4d@", "sequence_required"),
        ("@seq_anual_cod_orgao_sei_05d@@seq_anual_cod_orgao_sei_05d@@ano_4d@", "sequence_required"),
        ("@seq_anual_cod_orgao_sei_05d@", "year_required"),
        ("@seq_anual_cod_orgao_sei_05d@@ano_4d@@dv_mod11_1d@@dv_mod11_1d@", "one_check_digit"),
        ("@seq_anual_cod_orgao_sei_13d@@ano_4d@", "too_wide"),
        ("@cod_secretaria@@seq_anual_cod_orgao_sei_05d@@ano_4d@", "unknown_variable"),
        ("@ano_3d@", "unknown_variable"),
        ("@seq_anual_cod_orgao_sei@@ano_4d@", "unknown_variable"),
        ("@@@ano_4d@", "unknown_variable"),
    ],
)
def test_bad_mask_is_refused_by_name(mask, code):
    with pytest.raises(InvalidRequest) as problem:
        parse_mask(mask)
    assert _code(problem) == code


def _read(source):
    try:
        return parse_mask(source).sequence.kind
    except InvalidRequest as refusal:
        return refusal.errors[0].field


@given(st.text(alphabet="@_abcdeioqsu0123456789d.", max_size=60))
def test_any_mask_is_read_or_refused_on_its_field(source):
    assert _read(source) in {"sequence", "numbering_mask"}


def test_units_that_share_a_code_share_the_sequence():
    mask = parse_mask(FEDERAL)
    first = sequence_key(mask, Codes(agency_sei="101", unit_sei="01003"), 2026)
    assert first == sequence_key(mask, Codes(agency_sei="104", unit_sei="1003"), 2026)
    assert first != sequence_key(mask, Codes(agency_sei="101", unit_sei="01004"), 2026)


@pytest.mark.parametrize(
    ("mask", "key"),
    [
        (FEDERAL, "unidade_sei.1003.2026"),
        (NIPE, "orgao_sei.102.unidade_sei.1003.2026"),
        (SAO_PAULO, "orgao_sei.102.2026"),
    ],
)
def test_counter_is_named_by_the_codes_that_tell_numbers_apart(mask, key):
    assert sequence_key(parse_mask(mask), Codes(agency_sei="102", unit_sei="01003"), 2026) == key


def test_widest_sequence_has_twelve_digits():
    mask = parse_mask("@seq_anual_cod_orgao_sei_012d@/@ano_4d@")
    assert format_number(mask, Codes(agency_sei="1"), 2026, 7) == "000000000007/2026"


def test_sequence_starts_again_each_year():
    mask, codes = parse_mask(FEDERAL), Codes(unit_sei="1003")
    assert sequence_key(mask, codes, 2026) != sequence_key(mask, codes, 2027)


def test_units_of_two_agencies_whose_number_shows_the_agency_count_apart():
    mask = parse_mask(NIPE)
    keys = {sequence_key(mask, Codes(agency_sei=agency, unit_sei="001"), 2026) for agency in ("102", "105")}
    assert len(keys) == 2


def test_sequence_of_an_agency_is_one_for_all_its_units():
    mask = parse_mask("@cod_unidade_sei_03d@.@seq_anual_cod_orgao_sei_05d@/@ano_4d@")
    keys = {sequence_key(mask, Codes(agency_sei="103", unit_sei=unit), 2026) for unit in ("1", "2")}
    assert keys == {"orgao_sei.103.2026"}


@given(st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999))
def test_same_counter_exactly_when_the_numbers_would_collide(agency, unit, other_agency, other_unit):
    for source in (FEDERAL, NIPE.replace("03d", "04d"), SAO_PAULO):
        mask = parse_mask(source)
        one = Codes(agency_sei=str(agency), unit_sei=str(unit))
        two = Codes(agency_sei=str(other_agency), unit_sei=str(other_unit))
        same_key = sequence_key(mask, one, 2026) == sequence_key(mask, two, 2026)
        same_number = format_number(mask, one, 2026, 1) == format_number(mask, two, 2026, 1)
        assert same_key == same_number


def test_what_does_not_fit_the_mask_is_refused_instead_of_cut():
    mask = parse_mask(FEDERAL)
    with pytest.raises(Refused) as exhausted:
        format_number(mask, Codes(unit_sei="1003"), 2026, 1_000_000)
    assert exhausted.value.code == "sequence_exhausted"
    with pytest.raises(Refused) as too_long:
        format_number(mask, Codes(unit_sei="123456"), 2026, 1)
    assert too_long.value.code == "numbering_code_too_long"


@pytest.mark.parametrize("code", ["", "A12", " 12", "१२"])
def test_body_without_a_code_of_digits_makes_no_number(code):
    mask, codes = parse_mask(FEDERAL), Codes(unit_sei=code)
    for attempt in (lambda: format_number(mask, codes, 2026, 1), lambda: sequence_key(mask, codes, 2026)):
        with pytest.raises(Refused) as refusal:
            attempt()
        assert refusal.value.code == "numbering_code_missing"


@pytest.mark.parametrize(("year", "sequence"), [(2026, 0), (2026, -1), (26, 1), (10000, 1)])
def test_sequence_starts_at_one_in_a_year_of_four_digits(year, sequence):
    with pytest.raises(ValueError, match="sequence starts at 1"):
        format_number(parse_mask(FEDERAL), Codes(unit_sei="1003"), year, sequence)


def test_codes_come_from_the_agency_and_the_unit():
    agency = Agency("pmu", "PMU", "Prefeitura", "101", FEDERAL)
    unit = Unit("semad-prot", "SEMAD/PROT", "Protocolo", "pmu", "01003")
    assert Codes.of(agency, unit) == Codes(agency_sei="101", unit_sei="01003")
