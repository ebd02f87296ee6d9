"""Documentation as tests: what a page names exists (issue 2, items 1 and 12)."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.architecture.inventory import ROOT, name, tracked
from tests.docs.pages import FENCE, LINK, chapters, code_words, ids, pages, prose

PAGES = pages()
TOP = {path.relative_to(ROOT).parts[0] for path in tracked()}
METHODS = "GET|POST|PUT|PATCH|DELETE"
#: Made by the commands that the same pages name; never committed.
MADE = (".iperoig", ".venv", "build", "tests/e2e/screenshots")
OPENAPI = json.loads((ROOT / "openapi.json").read_text(encoding="utf-8"))


def verbs() -> set[str]:
    return set(re.findall(r"(?m)^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8")))


def looks_like_a_path(word: str) -> bool:
    """A word that begins with a file or folder of the repository."""
    first = word.split("/")[0]
    return (
        bool(re.fullmatch(r"[\w.*<>/-]+", word))
        and first in TOP
        and word not in MADE
        and not word.endswith("-")
    )


def exists(word: str) -> bool:
    place = re.sub(r"<[^>]+>", "*", word).rstrip("/")
    return bool(list(ROOT.glob(place)))


@pytest.mark.parametrize("page", PAGES, ids=ids(PAGES))
def test_every_verb_of_make_that_a_page_names_exists(page: Path):
    named = set(re.findall(r"(?m)(?:`|^)make ([a-z][a-z-]*)", page.read_text(encoding="utf-8")))
    assert named - verbs() == set()


def test_make_alone_lists_every_verb_that_the_readme_names():
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True).stdout
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`make ([a-z-]+)", readme))
    assert {"run", "test", "reset", "deploy", "bench"} <= named
    assert {verb for verb in named if f"make {verb} " not in listed} == set()


@pytest.mark.parametrize("page", PAGES, ids=ids(PAGES))
def test_every_path_that_a_page_names_exists(page: Path):
    named = {word for word in code_words(page) if looks_like_a_path(word)}
    assert {word for word in named if not exists(word)} == set()


@pytest.mark.parametrize("page", PAGES, ids=ids(PAGES))
def test_every_link_and_image_of_a_page_resolves(page: Path):
    targets = {target.split("#")[0] for target in LINK.findall(prose(page))}
    local = {target for target in targets if target and not re.match(r"https?://|mailto:", target)}
    assert {target for target in local if not (page.parent / target).exists()} == set()


@pytest.mark.parametrize("page", PAGES, ids=ids(PAGES))
def test_every_route_that_a_page_names_is_in_the_openapi(page: Path):
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(rf"\b({METHODS}) (/[\w/{{}}-]*[\w}}])", text))
    served = {(method.upper(), path) for path, methods in OPENAPI["paths"].items() for method in methods}
    assert named - served == set()


@pytest.mark.parametrize("page", PAGES, ids=ids(PAGES))
def test_every_fence_is_closed_and_every_drawing_has_a_kind(page: Path):
    text = page.read_text(encoding="utf-8")
    marks = FENCE.findall(text)
    assert len(marks) % 2 == 0
    assert [language for _, language in marks[1::2] if language] == []
    for drawing in re.findall(r"```mermaid\n(.*?)```", text, re.DOTALL):
        assert re.match(r"(flowchart|sequenceDiagram|stateDiagram-v2|erDiagram)\b", drawing)
        assert drawing.count("[") == drawing.count("]")
        assert drawing.count("(") == drawing.count(")")


@pytest.mark.parametrize("page", PAGES, ids=ids(PAGES))
def test_every_python_module_that_a_page_runs_exists(page: Path):
    named = set(re.findall(r"python -m ([\w.]+)", page.read_text(encoding="utf-8")))
    own = {module for module in named if module.split(".")[0] in TOP}
    places = {module: ROOT.joinpath(*module.split(".")) for module in own}
    missing = {m for m, place in places.items() if not (place.is_dir() or place.with_suffix(".py").exists())}
    assert missing == set()


def test_readme_is_one_screen_and_says_what_survives():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.count("\n") <= 70
    assert "kill -9" in text
    assert "at most the last 5 seconds" in text.replace("\n", " ")
    assert "localhost:8420" in text


def test_readme_gives_logins_that_the_demonstration_city_has():
    from infra.local.stack import PASSWORD

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    city = yaml.safe_load((ROOT / "catalogues" / "ubatuba" / "users.yaml").read_text(encoding="utf-8"))
    logins = set(re.findall(r"`([a-z]+\.[a-z]+)`", text)) - {"openapi.json"}
    assert len(logins) >= 3
    assert logins - {user["login"] for user in city} == set()
    assert f"`{PASSWORD}`" in text


def test_no_page_gives_a_measurement_of_its_own():
    """Figures belong to the table that the benchmarks write; a page would keep an old one."""
    figure = re.compile(r"\b\d+([.,]\d+)?\s?(ms\b|milliseconds\b|req/s\b|processes a second)")
    tables = {ROOT / "benchmarks" / "RESULTS.md", ROOT / "docs" / "operations.md"}
    quoting = [page for page in PAGES if page not in tables]
    found = {name(page): figure.search(prose(page)) for page in quoting}
    assert {page: match.group() for page, match in found.items() if match} == {}


def test_the_licence_is_the_one_that_is_declared():
    declared = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))["legal"]["license"]
    assert declared == "Apache-2.0"
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert f'"license": "{declared}"' in (ROOT / "web" / "package.json").read_text(encoding="utf-8")
    assert f'license = "{declared}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_every_chapter_is_in_the_index():
    index = (ROOT / "docs" / "manual" / "index.md").read_text(encoding="utf-8")
    named = set(LINK.findall(index))
    written = {path.name for path in chapters()} | {"permissoes.md"}
    assert written - named == {"index.md"}
