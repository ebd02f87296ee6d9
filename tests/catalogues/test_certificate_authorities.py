"""A city names the authorities whose certificates sign there, and its authority of time: DOC-10."""

import base64
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from infra.local.catalogue_certificates import authorities, clock
from infra.local.catalogue_rows import Problem, Row
from tests.pki.holders import AUTHORITY, ROOT

PEM = ROOT.certificate.public_bytes(Encoding.PEM)


def row(problems: list[Problem], **values: object) -> Row:
    return Row("tenant.yaml", None, values, problems)


def test_certificates_of_each_file_are_believed_in_order(tmp_path: Path):
    (tmp_path / "raiz.pem").write_bytes(PEM + b"\n" + AUTHORITY.certificate.public_bytes(Encoding.PEM))
    problems: list[Problem] = []
    found = authorities(tmp_path, row(problems, autoridades_certificadoras=["raiz.pem"]))
    assert [base64.b64decode(one) for one in found] == [ROOT.der, AUTHORITY.der]
    assert problems == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "não está na pasta"),
        (b"nada", "não tem certificado"),
        (b"-----BEGIN CERTIFICATE-----\nMIIAA\n-----END CERTIFICATE-----\n", "não pode ser lido"),
    ],
)
def test_file_that_is_no_certificate_is_said(tmp_path: Path, content: bytes | None, said: str):
    if content is not None:
        (tmp_path / "raiz.pem").write_bytes(content)
    problems: list[Problem] = []
    assert authorities(tmp_path, row(problems, autoridades_certificadoras=["raiz.pem"])) == ()
    assert said in problems[0].message


def test_city_that_names_none_believes_none(tmp_path: Path):
    problems: list[Problem] = []
    assert (authorities(tmp_path, row(problems)), clock(row(problems)), problems) == ((), "", [])


def test_address_of_the_time_is_an_address():
    problems: list[Problem] = []
    assert clock(row(problems, carimbo_do_tempo="https://act.example/carimbo")) == "https://act.example/carimbo"
    assert problems == []
    clock(row(problems, carimbo_do_tempo="file:///etc/passwd"))
    assert "http" in problems[0].message
