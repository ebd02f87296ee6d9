"""A city writes who may vouch for its people, or nobody: ACC-01."""

import pytest

from chalicelib.domain.login_provider import LoginProvider
from infra.local.catalogue_logins import login_providers
from infra.local.catalogue_rows import Problem, Row

OWN = {
    "login_cliente": "iperoig",
    "login_emissor": "https://id.cidade.example",
    "login_autorizacao": "https://id.cidade.example/authorize",
    "login_token": "https://id.cidade.example/token",
    "login_chaves": "https://id.cidade.example/keys",
}


def read(**values: str) -> tuple[list[LoginProvider], list[str | None]]:
    problems: list[Problem] = []
    found = login_providers(Row("tenant.yaml", None, values, problems))
    return [LoginProvider(**one) for one in found], [one.field for one in problems]


def test_gov_br_asks_for_silver_unless_the_city_says_otherwise():
    ((found,), problems) = read(govbr_login_cliente="ubatuba")
    assert (found.known_by, found.level, found.authorise) == (
        "taxpayer",
        "silver",
        "https://sso.acesso.gov.br/authorize",
    )
    ((trial,), _) = read(
        govbr_login_cliente="ubatuba", govbr_login_ambiente="homologacao", govbr_login_nivel="bronze"
    )
    assert (trial.level, trial.keys) == ("bronze", "https://sso.staging.acesso.gov.br/jwk")
    assert problems == []


def test_own_provider_knows_people_by_mail_of_the_citys_domain_or_by_login():
    ((by_login,), _) = read(**OWN)
    ((by_mail,), _) = read(**OWN, login_dominio="ubatuba.sp.gov.br", login_rotulo="Conta da cidade")
    assert (by_login.known_by, by_mail.known_by, by_mail.domain) == ("login", "email", "ubatuba.sp.gov.br")
    assert by_mail.label == "Conta da cidade"


def test_city_that_writes_nothing_believes_nobody():
    assert read() == ([], [])


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"govbr_login_cliente": "x", "govbr_login_nivel": "platina"}, "govbr_login_nivel"),
        ({"govbr_login_cliente": "x", "govbr_login_ambiente": "teste"}, "govbr_login_ambiente"),
        ({**OWN, "login_token": "http://id.cidade.example/token"}, "login_token"),
        ({**OWN, "login_chaves": ""}, "login_chaves"),
    ],
)
def test_what_is_half_written_is_said(values: dict[str, str], field: str):
    assert read(**values) == ([], [field])
