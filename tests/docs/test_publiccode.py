"""``publiccode.yml`` follows the standard of that name, version 0.4 (issue 2, item 12)."""

import re
from typing import Any

import pytest
import yaml

from tests.architecture.inventory import ROOT

CARD: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
MANDATORY = (
    "publiccodeYmlVersion name url platforms categories developmentStatus softwareType description legal "
    "maintenance localisation"
)
#: Of the standard's controlled vocabulary, those that suit this product.
CATEGORIES = {
    "document-management",
    "e-signature",
    "workflow-management",
    "local-government",
    "compliance-management",
}


def test_it_has_every_mandatory_key_and_the_version():
    assert set(MANDATORY.split()) - set(CARD) == set()
    assert CARD["publiccodeYmlVersion"] == "0.4"


def test_its_words_are_of_the_vocabulary():
    assert CARD["developmentStatus"] in ("concept", "development", "beta", "stable", "obsolete")
    assert CARD["softwareType"] == "standalone/web"
    assert CARD["platforms"] == ["web"]
    assert CARD["categories"]
    assert set(CARD["categories"]) - CATEGORIES == set()
    assert CARD["maintenance"]["type"] in ("internal", "contract", "community", "none")
    assert all(contact["name"] for contact in CARD["maintenance"]["contacts"])
    assert re.fullmatch(r"https://\S+", CARD["url"])


@pytest.mark.parametrize("language", ["pt-BR", "en"])
def test_it_is_described_in_both_languages(language: str):
    description = CARD["description"][language]
    assert len(description["shortDescription"]) <= 150
    assert "\n" not in description["shortDescription"].strip()
    assert 150 <= len(description["longDescription"]) <= 10_000
    assert description["features"]
    assert all(len(feature) <= 100 for feature in description["features"])


def test_both_languages_tell_of_the_same_features():
    described = CARD["description"]
    assert len(described["pt-BR"]["features"]) == len(described["en"]["features"])
    assert CARD["localisation"]["availableLanguages"] == ["pt-BR"]
