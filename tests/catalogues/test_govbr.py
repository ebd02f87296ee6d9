"""A city writes its agreement with gov.br's signature API, or none: DOC-10."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from infra.local.catalogue_govbr import govbr_signature
from infra.local.catalogue_rows import Problem, Row
from tests.pki.holders import ROOT

WHOLE = {"govbr_cliente": "ubatuba.sp.gov.br", "govbr_autoridades": ["govbr.pem"]}


def row(problems: list[Problem], **values: object) -> Row:
    return Row("tenant.yaml", None, values, problems)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "govbr.pem").write_bytes(ROOT.certificate.public_bytes(Encoding.PEM))
    return tmp_path


def test_agreement_names_the_addresses_of_its_environment(folder: Path):
    problems: list[Problem] = []
    found = govbr_signature(folder, row(problems, **WHOLE))
    assert found
    assert (found["client"], len(found["authorities"])) == ("ubatuba.sp.gov.br", 1)
    assert found["authorise"] == "https://cas.iti.br/oauth2.0/authorize"
    trial = govbr_signature(folder, row(problems, **WHOLE, govbr_ambiente="homologacao"))
    assert trial
    assert trial["api"] == "https://assinatura-api.staging.iti.br"
    assert problems == []


def test_city_that_writes_nothing_has_none(folder: Path):
    problems: list[Problem] = []
    assert govbr_signature(folder, row(problems)) is None
    assert problems == []


@pytest.mark.parametrize(
    ("change", "field"),
    [({"govbr_ambiente": "teste"}, "govbr_ambiente"), ({"govbr_autoridades": []}, "govbr_autoridades")],
)
def test_half_an_agreement_is_said(folder: Path, change: dict[str, object], field: str):
    problems: list[Problem] = []
    assert govbr_signature(folder, row(problems, **{**WHOLE, **change})) is None
    assert [one.field for one in problems] == [field]
