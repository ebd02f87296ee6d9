"""One command makes a city's environment in the running installation, and again changes nothing (issue 5 §7)."""

import subprocess
import sys

from infra.local.stack import ROOT
from tests.e2e.installation import Installation

CITY = ["catalogues/minimo", "--model", "catalogues/ubatuba"]
WHO = ["--administrator", "maria.silva", "--name", "Maria Silva"]


def command(*words: str) -> subprocess.CompletedProcess[str]:
    asked = [sys.executable, "-m", "infra.tenant", *words]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)


def test_city_is_created_by_one_command_and_again_nothing_is_new(installation: Installation) -> None:
    where = ["--endpoint", installation.services]
    first, again = (command("create", *CITY, *WHO, *where) for _ in range(2))
    assert first.returncode == 0, first.stderr
    assert "1 pessoas novas" in first.stdout
    assert "Primeira entrada de maria.silva" in first.stdout
    assert "0 pessoas novas" in again.stdout
    assert "Primeira entrada" not in again.stdout
    listed = command("list", *where)
    assert {"exemplo", "ubatuba"} <= set(listed.stdout.split()), listed.stderr
