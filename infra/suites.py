"""Run every suite of proofs, one line each: what it is, how many, how long. ``make test`` and ``.ci/run``.

    python -m infra.suites [--fast] [--long] [--only NAME …]

A suite is a folder of ``tests/`` or one of the checks below. ``--fast`` leaves out whatever needs the
embedded AWS or a browser; ``--long`` adds the tests marked ``long`` and gives the others their full size
(docs/decisions/tests.md). What a failing suite wrote is shown; the exit code says how many failed.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
import traceback
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

from infra.local import pages

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"
REPORTS = ROOT / "build" / "tests"
# Two suites at once, the longest first: most of them wait for the embedded AWS more than they work. No browser test
# has a limit of time but its patience, of which it has much; what a page weighs is counted in bytes and calls.
AT_ONCE = 2
LONGEST = ("e2e", "faults", "races", "sweep", "policy", "adapters", "fuzz", "lint", "infra", "api", "machine")
# The browser opens the pages that the suite before it built: one after the other, in one lane.
BEFORE = {"e2e": "web"}
SLOW = ("e2e",)
# Tracing costs a third of a suite's time; what these reach is traced in the others. In tests/faults the mark
# ``no_cover`` leaves out what only repeats an act that another of its tests traces.
UNTRACED = ("races", "fuzz", "e2e")
PYTHON_CHECKED = ("app.py", "chalicelib", "infra", "tests")


@dataclass(frozen=True, slots=True)
class Outcome:
    """``count``: what was proven, for the reader. ``output``: shown only when it failed."""

    passed: bool
    count: str
    output: str = ""


@dataclass(frozen=True, slots=True)
class Suite:
    name: str
    run: Callable[[], Outcome]


def _command(*arguments: str) -> Outcome:
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True)
    return Outcome(done.returncode == 0, "1 verificação", done.stdout + done.stderr)


def _tool(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def _checked() -> list[str]:
    return [name for name in PYTHON_CHECKED if (ROOT / name).exists()]


def _lint() -> Iterator[tuple[str, ...]]:
    yield (_tool("ruff"), "check", *_checked())
    yield (_tool("lint-imports"),)
    yield (_tool("mypy"),)
    yield (_tool("bandit"), "-q", "-r", "-ll", "chalicelib", "infra")
    yield (_tool("cfn-lint"), "infra/data.yaml", "infra/observability.yaml")
    yield (_tool("cfn-lint"), "-r", "us-east-1", "--", "infra/web.yaml")
    yield (sys.executable, "-m", "infra.checks")


def lint() -> Outcome:
    """Style, layers, types, templates and security of the Python side."""
    outcomes = [_command(*arguments) for arguments in _lint()]
    failed = "\n".join(one.output for one in outcomes if not one.passed)
    return Outcome(not failed, f"{len(outcomes)} verificações", failed)


def web(build: bool) -> Outcome:
    """Types, style, unit tests and sizes of the front end."""
    try:
        pages.install()
        count = 0
        for script in ("typecheck", "lint", "test"):
            wrote = pages.npm("run", script)
            found = re.search(r"Tests\s+(\d+) passed", wrote)
            count += int(found.group(1)) if found else 0
        if build:
            pages.build()
            pages.npm("run", "sizes")
    except pages.BuildFailed as error:
        return Outcome(False, "", str(error))
    return Outcome(True, f"{count} testes")


def pytest(folder: Path, marks: str) -> Outcome:
    """One folder of ``tests/`` in its own process, so that one suite's state never reaches another's."""
    report = REPORTS / f"{folder.name}.xml"
    arguments = [sys.executable, "-m", "pytest", str(folder), "-m", marks, f"--junitxml={report}"]
    if folder.name not in UNTRACED and os.environ.get("IPEROIG_COVERAGE", "1") == "1":
        arguments += ["--cov=chalicelib", "--cov-report="]
    environment = os.environ | {"COVERAGE_FILE": str(REPORTS / f".coverage.{folder.name}")}
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, env=environment)
    if not report.exists():
        return Outcome(False, "", done.stdout + done.stderr)
    suite = ElementTree.parse(report).getroot()[0]  # nosec B314 - pytest wrote it
    count, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
    text = f"{count - skipped} testes" + (f" ({skipped} pulados)" if skipped else "")
    return Outcome(done.returncode in (0, 5), text, done.stdout + done.stderr)


def suites(fast: bool, long: bool) -> list[Suite]:
    """Every suite, in the order in which it runs."""
    marks = " and ".join(([] if long else ["not long"]) + (["not aws"] if fast else [])) or "True"
    folders = [path for path in sorted(TESTS.iterdir()) if path.is_dir() and any(path.rglob("test_*.py"))]
    found = [Suite("lint", lint), Suite("web", lambda: web(not fast))]
    for folder in folders:
        if not (fast and folder.name in SLOW):
            found.append(Suite(folder.name, lambda folder=folder: pytest(folder, marks)))
    places = {name: place for place, name in enumerate(LONGEST)}
    return sorted(found, key=lambda suite: places.get(suite.name, len(places)))


def _coverage() -> str:
    files = [str(path) for path in REPORTS.glob(".coverage.*")]
    if not files:
        return "sem medição"
    environment = os.environ | {"COVERAGE_FILE": str(REPORTS / "coverage")}
    tool = _tool("coverage")
    subprocess.run([tool, "combine", "--keep", "-q", *files], cwd=ROOT, env=environment, capture_output=True)
    done = subprocess.run(
        [tool, "report", "--format=total"], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    return f"{done.stdout.strip()} % das linhas de chalicelib"


def _timed(suite: Suite) -> tuple[Suite, Outcome, float]:
    began = time.monotonic()
    try:
        outcome = suite.run()
    except Exception:
        outcome = Outcome(False, "", traceback.format_exc())
    return suite, outcome, time.monotonic() - began


def _lanes(wanted: list[Suite]) -> list[list[Suite]]:
    """What is taken up in one piece: a suite, after the one that it builds on."""
    named = {suite.name: suite for suite in wanted}
    led = {BEFORE[name] for name in named if BEFORE.get(name) in named}
    return [
        [named[name] for name in (BEFORE.get(suite.name, ""), suite.name) if name in named]
        for suite in wanted
        if suite.name not in led
    ]


def _run(wanted: list[Suite]) -> Iterator[tuple[Suite, Outcome, float]]:
    """Each suite's outcome as it ends."""
    ended: Queue[tuple[Suite, Outcome, float]] = Queue()

    def work(lane: list[Suite]) -> None:
        for suite in lane:
            ended.put(_timed(suite))

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for lane in _lanes(wanted):
            pool.submit(work, lane)
        for _ in wanted:
            yield ended.get()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--only", nargs="*", default=[])
    arguments = parser.parse_args()
    if arguments.long:
        os.environ["IPEROIG_LONG"] = "1"
    shutil.rmtree(REPORTS, ignore_errors=True)
    REPORTS.mkdir(parents=True)
    failed: list[str] = []
    proven = 0
    began = time.monotonic()
    wanted = [
        suite
        for suite in suites(arguments.fast, arguments.long)
        if not arguments.only or suite.name in arguments.only
    ]
    for suite, outcome, seconds in _run(wanted):
        mark = "ok    " if outcome.passed else "FALHOU"
        print(f"{mark} {suite.name:<14} {outcome.count:<26} {seconds:7.1f} s", flush=True)
        if outcome.passed:
            proven += int(re.match(r"\d+", outcome.count)[0])  # type: ignore[index]
        else:
            failed.append(suite.name)
            print(outcome.output, flush=True)
    if not arguments.only:
        print(f"       cobertura      {_coverage()}")
    print(f"       total          {len(failed)} com falha {time.monotonic() - began:24.1f} s")
    if failed:
        print("Falharam: " + ", ".join(failed))
    # The closing line that any continuous integration understands: proofs, and suites that failed.
    print(f"{proven} passed, {len(failed)} failed")
    return min(len(failed), 100)


if __name__ == "__main__":
    sys.exit(main())
