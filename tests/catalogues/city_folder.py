"""A copy of the demonstration city that a test may damage in one place."""

import shutil
from pathlib import Path

from infra.local.catalogue_reader import read_city
from infra.local.catalogue_rows import CatalogueProblems

UBATUBA = Path(__file__).parents[2] / "catalogues" / "ubatuba"


def refusal_after(folder: Path, file: str, old: str, new: str) -> str:
    """What the reader says after ``old`` became ``new`` in ``file``; empty when it found nothing wrong."""
    city = folder / "cidade"
    shutil.copytree(UBATUBA, city)
    path = city / file
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} is not in {file}"
    path.write_text(text.replace(old, new, 1), "utf-8")
    try:
        read_city(city)
    except CatalogueProblems as problems:
        return str(problems)
    return ""
