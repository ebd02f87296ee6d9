"""Users by spreadsheet: told row by row, written only when asked, and the same twice is nothing new (issue 5 §7)."""

import pytest

from chalicelib.application.administration.import_user import import_user
from chalicelib.application.references import TaxpayerKey, UserKey
from chalicelib.application.spreadsheets.check_import import check_import
from chalicelib.application.spreadsheets.export_table import export_table
from chalicelib.application.spreadsheets.order_import import order_import
from chalicelib.application.spreadsheets.report import Examination, RowState
from chalicelib.domain.errors import Forbidden, Refused
from chalicelib.domain.identity import Grant, User
from chalicelib.domain.taxpayer import _checks
from tests.application.under_way import invalid
from tests.fakes.city import ANA, CABINET, HELENA, at_work
from tests.fakes.outside import Outside

from .conftest import GILDA, written

HEADING = "Usuário;Nome civil;CPF;E-mail;Órgão;Unidade;Perfil;De;Até;Com as subunidades"


def sheet(*lines: str) -> bytes:
    return "\n".join([HEADING, *lines]).encode()


def looked(outside: Outside, *lines: str) -> Examination:
    return check_import(outside.ports, GILDA, "users", sheet(*lines))


def told(outside: Outside, *lines: str) -> list[tuple[str, ...]]:
    return [row.problems for row in looked(outside, *lines).rows]


def cpf(n: int) -> str:
    base = f"{n:09d}"
    return base + _checks(base, range(2, 13))


def kept(outside: Outside, login: str) -> User | None:
    found: User | None = outside.memory.things.get(UserKey(login))
    return found


def test_good_rows_become_users_with_their_permissions(outside: Outside):
    """ACC-08, ACC-09: a person in two units is two rows."""
    lines = (
        f"nilo;Nilo Novais;{cpf(1)};nilo@u.example;PMU;SEMAD/RH;Básico;;;",
        "nilo;;;;;gab;protocolo;01/01/2027;31/12/2027;sim",
        "ruy;Ruy Reis;;;IPMU;;;;;",
    )
    found = looked(outside, *lines)
    assert [row.state for row in found.rows] == [RowState.NEW, RowState.JOINED, RowState.NEW]
    assert kept(outside, "nilo") is None
    assert [state for state, _ in written(outside, sheet(*lines))] == ["done", "left_out", "done"]
    nilo = kept(outside, "nilo")
    assert nilo is not None
    assert (nilo.name, nilo.email, nilo.agency, nilo.taxpayer) == ("Nilo Novais", "nilo@u.example", "pmu", cpf(1))
    assert [(one.unit, one.profile, one.subunits) for one in nilo.grants] == [
        ("semad-rh", "basic", False),
        ("gab", "protocol", True),
    ]
    (change,) = [one for one in outside.memory.changes if one.code == "nilo"]
    assert [one.field for one in change.changes].count("Permissão") == 2


def test_same_file_twice_is_nothing_new(outside: Outside):
    data = sheet("nilo;Nilo Novais;;;PMU;SEMAD/RH;Básico;;;", "ruy;Ruy Reis;;;IPMU;;;;;")
    written(outside, data)
    before = dict(outside.memory.things)
    assert {row.state for row in check_import(outside.ports, GILDA, "users", data).rows} == {RowState.SAME}
    with invalid(("file", "nothing_to_do")):
        order_import(outside.ports, GILDA, outside.operation(), "users", data)
    assert outside.memory.things == before


def test_row_changes_what_it_says_and_takes_nothing_away(outside: Outside):
    written(outside, sheet(f"nilo;Nilo Novais;{cpf(1)};n@u.example;PMU;SEMAD/RH;Básico;;;"))
    written(outside, sheet(f"nilo;Nilo de Novais;{cpf(2)};;;gab;Básico;;;"))
    nilo = kept(outside, "nilo")
    assert nilo is not None
    assert (nilo.name, nilo.email, nilo.revision) == ("Nilo de Novais", "n@u.example", 2)
    assert [one.unit for one in nilo.grants] == ["semad-rh", "gab"]
    assert TaxpayerKey(cpf(1)) not in outside.memory.things
    assert outside.memory.things[TaxpayerKey(cpf(2))] == "nilo"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (";Sem login;;;PMU;;;;;", "Usuário: falta o nome com que a pessoa entra, como em ana.lima."),
        (
            "Nilo Novais;Nilo;;;PMU;;;;;",
            "Usuário: Use de 2 a 60 letras minúsculas sem acento, números, ponto ou hífen, como em ana.lima.",
        ),
        ("nilo;;;;PMU;;;;;", "Nome civil: Informe o nome."),
        ("nilo;Nilo;;;;;;;;", "Órgão: Este órgão não existe."),
        ("nilo;Nilo;;;FUNDART;;;;;", "Órgão: “FUNDART” não existe ou está desativado."),
        ("nilo;Nilo;12345678900;;PMU;;;;;", "CPF: O CPF não confere: verifique os algarismos."),
        ("nilo;Nilo;;nilo;PMU;;;;;", "E-mail: O endereço de e-mail não é válido."),
        ("nilo;Nilo;;;PMU;SEMAD;Básico;;;", "Unidade: “SEMAD” não existe ou está desativado."),
        ("nilo;Nilo;;;PMU;EXTINTA;Básico;;;", "Unidade: “EXTINTA” não existe ou está desativado."),
        ("nilo;Nilo;;;PMU;GAB;Chefe;;;", "Perfil: “Chefe” não existe ou está desativado."),
        ("nilo;Nilo;;;PMU;GAB;;;;", "Perfil: falta dizer, porque há unidade."),
        ("nilo;Nilo;;;PMU;;Básico;;;", "Unidade: falta dizer, porque há perfil."),
        ("nilo;Nilo;;;PMU;GAB;Básico;31/12/2026;01/01/2026;", "Até: O fim não pode ser antes do início."),
        ("nilo;Nilo;;;PMU;GAB;Básico;amanhã;;", "De: “amanhã” não é uma data, como em 31/12/2026."),
        ("nilo;Nilo;;;PMU;GAB;Básico;;;talvez", "Com as subunidades: “talvez” não é sim nem não."),
    ],
)
def test_row_with_a_problem_says_which(outside: Outside, line, sentence):
    (problems,) = told(outside, line)
    assert sentence in problems
    assert written_nothing(outside)


def written_nothing(outside: Outside) -> bool:
    return list(outside.memory.things) == [UserKey(HELENA.id)] and not outside.memory.changes


def test_same_cpf_of_two_users_is_told(outside: Outside):
    outside.memory.things[TaxpayerKey(cpf(3))] = "ana.lima"
    assert told(
        outside,
        f"nilo;Nilo;{cpf(3)};;PMU;;;;;",
        f"ruy;Ruy;{cpf(4)};;PMU;;;;;",
        f"rui;Rui;{cpf(4)};;PMU;;;;;",
    ) == [
        ("CPF: Este CPF é do usuário ana.lima.",),
        (),
        ("CPF: é o mesmo da linha 3, de outro usuário.",),
    ]


def test_rows_of_one_user_agree_or_say_where_they_do_not(outside: Outside):
    assert told(
        outside,
        "nilo;Nilo;;;PMU;GAB;Básico;;;",
        "nilo;Outro;;;;OBRAS;Básico;;;",
        "nilo;;;;;;;;;",
        "ruy;;;;PMU;;;;;",
        "ruy;;;;;GAB;Básico;;;",
    ) == [
        (),
        ("Nome civil: não é o mesmo da linha 2, do mesmo usuário.",),
        ("Usuário: repete a linha 2 e não traz outra permissão.",),
        ("Nome civil: Informe o nome.",),
        ("Usuário: a linha 5, do mesmo usuário, tem problema.",),
    ]


def test_cpf_that_a_spreadsheet_took_for_a_number_gets_its_zeros_back(outside: Outside):
    number = cpf(12345678)
    written(outside, sheet(f"nilo;Nilo;{int(number)};;PMU;;;;;"))
    nilo = kept(outside, "nilo")
    assert nilo is not None
    assert nilo.taxpayer == number


def test_five_thousand_rows_with_two_hundred_bad_ones_give_two_hundred_messages_and_write_nothing(outside: Outside):
    """The acceptance line of issue 5, in whole."""
    wrong = (
        "b{n};Pessoa {n};;;NENHUM;GAB;Básico;;;",
        "b{n};;;;PMU;GAB;Básico;;;",
        "b{n};Pessoa {n};11111111111;;PMU;GAB;Básico;;;",
        "b{n};Pessoa {n};;;PMU;NENHUMA;Básico;;;",
        "B {n};Pessoa {n};;;PMU;GAB;Básico;;;",
    )
    lines = [
        wrong[n // 25 % 5].format(n=n)
        if n % 25 == 0
        else f"pessoa.{n};Pessoa {n};{cpf(n)};pessoa.{n}@u.example;PMU;{('GAB', 'OBRAS')[n % 2]};Básico;;;"
        for n in range(5_000)
    ]
    found = looked(outside, *lines)
    bad = [row for row in found.rows if row.problems]
    assert (len(found.rows), len(bad), len(found.ready)) == (5_000, 200, 4_800)
    assert {len(row.problems) for row in bad} == {1}
    assert [row.line for row in bad] == list(range(2, 5_002, 25))
    assert written_nothing(outside)


def test_what_was_confirmed_is_one_job_however_long_the_sheet(outside: Outside):
    lines = [f"pessoa.{n};Pessoa de nome bastante comprido {n};{cpf(n)};pessoa.{n}@orgao.cidade.sp.gov.example;PMU;"
             f"SEMAD/RH;Básico;01/01/2027;31/12/2027;sim" for n in range(5_000)]  # fmt: skip
    job = order_import(outside.ports, GILDA, outside.operation(), "users", sheet(*lines))["job"]
    assert [thing.total for thing in outside.memory.things.values() if getattr(thing, "id", "") == job] == [5_000]


def test_whoever_does_not_administer_users_gets_no_report(outside: Outside):
    for table in ("users", "units", "subjects"):
        with pytest.raises(Forbidden):
            check_import(outside.ports, at_work(ANA, CABINET), table, sheet("a;b"))


def test_permission_that_a_row_gives_twice_is_refused_as_nothing_new(outside: Outside):
    grants = [Grant("gab", "basic")]
    given = {"name": "Nilo", "agency": "pmu"}
    import_user(outside.ports, GILDA, outside.operation(), "nilo", given, grants)
    with pytest.raises(Refused, match="Nada foi alterado"):
        import_user(outside.ports, GILDA, outside.operation(), "nilo", given, grants)


def test_export_is_read_back_as_nothing_new(outside: Outside):
    written(outside, sheet(f"nilo;Nilo Novais;{cpf(1)};;PMU;SEMAD/RH;Básico;01/01/2027;;sim", "nilo;;;;;GAB;Básico;;;"))
    made = export_table(outside.ports, GILDA, "users", "csv", empty=False)
    assert (made.rows, made.complete) == (3, True)
    again = check_import(outside.ports, GILDA, "users", made.content)
    assert {row.state for row in again.rows} <= {RowState.SAME, RowState.JOINED}
    assert again.unused == ()


def test_model_has_only_the_names_of_the_columns(outside: Outside):
    made = export_table(outside.ports, GILDA, "users", "csv", empty=True)
    assert made.rows == 0
    assert made.content.decode().splitlines() == [
        "\ufeffUsuário;Nome civil;Nome social;CPF;E-mail;Órgão;Unidade;Perfil;De;Até;Com as subunidades"
    ]

