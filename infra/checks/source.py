"""semgrep with the rules of ``rules.yaml`` over the source, without the network; each rule must find its mistake."""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from infra.checks.findings import Finding
from infra.environments import CHECKS, ROOT

RULES = Path(__file__).with_name("rules.yaml")
READ = ("chalicelib", "infra", "web/src")
PLANTED, INNOCENT = "planted", "innocent"
#: What semgrep says of a file of which it understood a part.
HALF_READ = "half-read"
WRITTEN_IN = (".py", ".ts", ".tsx")
#: Types alone, made from the description of the API.
NO_CODE = (".d.ts",)


@dataclass(frozen=True, slots=True)
class Example:
    """A text with a rule's mistake in it, or with what only looks like it."""

    rule: str
    kind: str
    place: str
    text: str


def examples(rules: Path = RULES) -> list[Example]:
    """Those of every rule. KeyError when one has none."""
    found = []
    for rule in yaml.safe_load(rules.read_text(encoding="utf-8"))["rules"]:
        told = rule["metadata"]
        found += [Example(rule["id"], kind, told["place"], told[kind]) for kind in (PLANTED, INNOCENT)]
    return found


def check(read: tuple[str, ...] = READ, rules: Path = RULES) -> list[Finding]:
    """What the rules find in the source; RuntimeError when one of them does not do what its examples say."""
    CHECKS.ensure()
    with tempfile.TemporaryDirectory(prefix="iperoig-checks-") as scratch:
        folder, written = Path(scratch), examples(rules)
        for one in written:
            path = folder / one.rule / one.kind / one.place
            path.parent.mkdir(parents=True)
            path.write_text(one.text, encoding="utf-8")
        told = _ask(rules, [*read, str(folder)], scratch)
        found = list(_findings(told))
        wrong = [
            *misjudged(written, {(one.check, one.where) for one in found}, folder),
            *(f"{path} was not read" for path in unread(read, told["paths"]["scanned"])),
        ]
    if wrong:
        raise RuntimeError("\n".join(wrong))
    return [one for one in found if not one.where.startswith(str(folder))]


def misjudged(written: list[Example], found: set[tuple[str, str]], folder: Path) -> Iterator[str]:
    """The examples that a rule did not judge as it should."""
    for one in written:
        seen = (one.rule, str(folder / one.rule / one.kind / one.place)) in found
        if seen != (one.kind == PLANTED):
            yield f"{one.rule}: the {one.kind} example is {'found' if seen else 'not found'}"


def unread(read: tuple[str, ...], scanned: list[str]) -> list[str]:
    """Files of the source that semgrep passed over, for their size or for what some list of its own says."""
    files = (path for place in read for path in (ROOT / place).rglob("*") if path.suffix in WRITTEN_IN)
    names = {str(path.relative_to(ROOT)) for path in files if not path.name.endswith(NO_CODE)}
    return sorted(names - set(scanned))


def _ask(rules: Path, read: list[str], scratch: str) -> dict[str, Any]:
    command = [str(CHECKS.tool("semgrep")), "scan", "--config", str(rules), "--metrics=off"]
    # What is not committed yet is read too, and no comment in the source silences a rule.
    command += ["--disable-version-check", "--no-git-ignore", "--disable-nosem", "--json", "--quiet", *read]
    environment = {"HOME": scratch, "PATH": f"{CHECKS.tool('semgrep').parent}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT)
    try:
        told: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        raise RuntimeError(f"semgrep: {done.stdout[-2000:]}{done.stderr[-2000:]}") from error
    failed = [one for one in told["errors"] if one["level"] == "error"]
    if done.returncode or failed:
        raise RuntimeError(f"semgrep: {failed} {done.stderr[-2000:]}")
    return told


def _findings(told: dict[str, Any]) -> Iterator[Finding]:
    for one in told["results"]:
        check = one["check_id"].rpartition(".")[2]
        yield Finding(check, one["path"], one["extra"]["message"], one["start"]["line"])
    for one in told["errors"]:
        yield Finding(HALF_READ, one["path"], one["message"])
