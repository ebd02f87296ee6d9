"""The acceptance checklist of the demonstration city leads to what exists, and uses every check (issue 5 §7)."""

import pytest

from chalicelib.domain.rollout_checks import CHECKS
from infra.local.catalogue_reader import read_city
from tests.architecture.inventory import ROOT
from tests.catalogues.test_lessons import PATHS, anchors

ITEMS = read_city(ROOT / "catalogues" / "ubatuba").acceptance


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.code)
def test_an_item_leads_to_what_exists(item):
    if item.screen:
        assert item.screen in PATHS or item.screen.startswith("/administracao/tabelas/")
    if item.where:
        chapter, _, section = item.where.partition("#")
        page = ROOT / "docs" / "manual" / f"{chapter}.md"
        assert page.exists()
        assert not section or section in anchors(page)
    assert item.check or item.asks, "who ticks by hand is told what to write"


def test_every_check_is_used_and_the_city_of_one_folder_takes_the_list_from_its_model():
    assert {item.check for item in ITEMS if item.check} == set(CHECKS)
    small = read_city(ROOT / "catalogues" / "minimo", ROOT / "catalogues" / "ubatuba")
    assert small.acceptance == ITEMS
