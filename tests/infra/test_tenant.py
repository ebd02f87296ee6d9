"""What a city's folder is told before anything is written (issue 5 §7)."""

from pathlib import Path

import pytest

from infra.local.catalogue_reader import read_city
from infra.tenant import main

CATALOGUES = Path(__file__).resolve().parents[2] / "catalogues"


def test_smallest_folder_is_whole_with_a_model(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CATALOGUES / "minimo"), "--model", str(CATALOGUES / "ubatuba")]) == 0
    assert "Prefeitura Municipal de Exemplo: 1 unidades, 0 usuários. Nada a corrigir." in capsys.readouterr().out


def test_smallest_folder_alone_is_told_what_it_lacks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CATALOGUES / "minimo")]) == 1
    assert "subjects.yaml" in capsys.readouterr().err


def test_model_s_own_restrictions_bind_no_other_city() -> None:
    own = read_city(CATALOGUES / "ubatuba")
    city = read_city(CATALOGUES / "minimo", CATALOGUES / "ubatuba")
    assert any(one.units for one in own.process_types)
    assert not any(one.units or one.agencies for one in city.process_types)
    assert (city.users, city.contacts, city.flows) == ((), (), ())
