"""What the repository may not hold: unfinished work, paths of somebody's machine, unlocked requirements."""

import json
import re
from pathlib import Path

import pytest

from tests.architecture.inventory import ROOT, name, written

UNFINISHED = re.compile(
    r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK", "W" + "IP"]) + r")\b"
)
MACHINE = re.compile(
    r"(?<![\w.~-])/("
    + "|".join(["wo" + "rk", "ro" + "ot", "ho" + "me/\\w+", "Us" + "ers/\\w+", "tm" + "p"])
    + r")/"
)
LOCKS = sorted(ROOT.glob("requirements*.txt"))
#: Where packages of npm are asked for.
NPM = [ROOT / "web", ROOT / "benchmarks" / "lighthouse"]


@pytest.mark.parametrize("forbidden", [UNFINISHED, MACHINE], ids=["unfinished work", "paths of a machine"])
def test_no_file_holds(forbidden: re.Pattern[str]):
    found = [
        f"{name(path)}:{number}: {line.strip()[:80]}"
        for path in written()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if forbidden.search(line)
    ]
    assert found == []


def test_the_search_sees_what_it_looks_for():
    assert UNFINISHED.search("# TO" + "DO later")
    assert MACHINE.search("open('/ho" + "me/ana/x')")
    assert not MACHINE.search("src/wo" + "rk/x")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_is_pinned_and_hashed(lock):
    blocks = re.split(r"\n(?=[A-Za-z0-9])", "\n" + lock.read_text(encoding="utf-8").replace("\\\n", " "))
    asked = [block for block in blocks if re.match(r"[A-Za-z0-9]", block)]
    assert asked
    assert [block[:40] for block in asked if "==" not in block or "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("asked", sorted(ROOT.glob("requirements*.in")), ids=lambda asked: asked.name)
def test_every_asked_requirement_is_locked(asked):
    locked = asked.with_suffix(".txt").read_text(encoding="utf-8").lower()
    wanted = re.findall(
        r"(?m)^([A-Za-z0-9_.-]+)(?:\[[^]]*\])?(?:==([^\s;]+))?", asked.read_text(encoding="utf-8")
    )
    wanted = [(package.lower(), version) for package, version in wanted if not package.startswith("-")]
    assert wanted
    assert [
        each for each in wanted if not re.search(rf"(?m)^{re.escape(each[0])}=={re.escape(each[1])}", locked)
    ] == []


def asked_of_npm(folder: Path) -> dict[str, str]:
    """The direct packages of a ``package.json``, with their versions."""
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    return package.get("dependencies", {}) | package.get("devDependencies", {})


@pytest.mark.parametrize("folder", NPM, ids=lambda folder: folder.name)
def test_npm_packages_are_pinned_and_come_with_integrity(folder):
    versions = asked_of_npm(folder)
    assert versions
    assert {
        each: version for each, version in versions.items() if not re.fullmatch(r"\d[\w.-]*", version)
    } == {}
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))
    outside = [each for each, entry in lock["packages"].items() if each and not entry.get("integrity")]
    assert outside == []


def test_every_direct_dependency_says_why_it_is_here():
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    explained = {word.lower() for word in re.findall(r"`([^`]+)`", page)}
    direct = {
        line.split("==")[0].split("[")[0].strip().lower()
        for path in ROOT.glob("requirements*.in")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"[A-Za-z]", line)
    }
    direct |= {each.lower() for folder in NPM for each in asked_of_npm(folder)}
    assert direct - explained == set()
    drawn_in, files = {"pillow"}, {"openapi.json", "requirements*.in"}
    packages = {word for word in explained if word.startswith("@") or "/" not in word}
    assert packages - direct - drawn_in - files == set()


def test_no_lock_names_somebody_s_registry():
    """A lock says what, by its hash; from where is for the machine that installs."""
    hosts = {
        host
        for path in (
            *LOCKS,
            *ROOT.glob("requirements*.in"),
            *(folder / name for folder in NPM for name in ("package-lock.json", ".npmrc")),
        )
        for host in re.findall(
            r"(?:resolved\": \"|index-url[ =]|registry=)https?://([^/\s\"]+)", path.read_text("utf-8")
        )
    }
    assert hosts - {"registry.npmjs.org", "pypi.org"} == set()


def test_locks_installed_together_agree_on_every_version():
    together = re.search(r"^LOCKS := (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    pinned = re.compile(r"^([\w.-]+)(?:\[.*?\])?==([^\s;]+)", re.MULTILINE)
    said: dict[str, set[frozenset[str]]] = {}
    for lock in together[1].split():
        # One lock may hold two versions of a package, each for other versions of Python.
        found: dict[str, set[str]] = {}
        for package, version in pinned.findall((ROOT / lock).read_text(encoding="utf-8")):
            found.setdefault(package, set()).add(version)
        for package, versions in found.items():
            said.setdefault(package, set()).add(frozenset(versions))
    assert [package for package, answers in said.items() if len(answers) > 1] == []
