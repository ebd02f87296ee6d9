"""Lighthouse's word on the log-in, the inbox, the process page, the editor and the page of citizens (web.md §5).

In the Chromium of the browser tests, on the deployed embedded AWS, as a desk computer and as a cheap phone on a slow
network, both of which Lighthouse works out from what the page really did.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

from benchmarks.budgets import Line, lines
from infra.archives import digest_of_files
from infra.local import pages
from infra.local.emulator import free_port
from tests.e2e.chromium import FLAGS, any_chromium
from tests.world.installed import PASSWORD

HERE = Path(__file__).resolve().parent / "lighthouse"
ROUNDS = 3
#: By kind of device: the score of performance, LCP and TBT in milliseconds.
BUDGETS = {"desktop": (95, 1000, 100), "mobile": (80, 3000, 500)}
#: Of these the LCP has a budget; of the others the score says it.
OF_THE_DAY = ("inbox", "process page")
Round = dict[str, Any]


def install() -> None:
    """Install exactly what the lock says, once per lock."""
    wanted = digest_of_files([HERE / "package-lock.json", HERE / "package.json"])
    stamp = HERE / "node_modules" / ".lock-digest"
    if not stamp.exists() or stamp.read_text() != wanted:
        pages.npm("install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(HERE))
        stamp.write_text(wanted)


def audited(
    playwright: Playwright, site: str, login: str | None, addresses: dict[str, str]
) -> Iterator[Line]:
    """The lines of some pages, as ``login`` sees them. ``addresses``: by the name of the page."""
    found = _rounds(playwright, site, login, [site + address for address in addresses.values()])
    for name, address in addresses.items():
        for device, rounds in found[site + address].items():
            yield from _lines(f"{name}, {device}", device, rounds, of_the_day=name in OF_THE_DAY)


def _lines(subject: str, device: str, rounds: list[Round], *, of_the_day: bool) -> Iterator[Line]:
    score, largest, blocked = BUDGETS[device]
    floors = {"performance": score}
    if device == "desktop":
        floors |= {"accessibility": 100, "best-practices": 100}
    for category, floor in floors.items():
        scores = tuple(one[category] for one in rounds)
        yield Line(f"{subject}: Lighthouse, {category.replace('-', ' ')}", scores, floor, at_least=True)
    asked = [
        ("TBT, ms", blocked, lambda one: one["tbt"]),
        ("CLS", 0.05, lambda one: one["cls"]),
    ]
    if of_the_day:
        asked.insert(0, ("LCP, ms", largest, lambda one: one["lcp"]))
    yield from lines(subject, rounds, asked)


def _rounds(
    playwright: Playwright, site: str, login: str | None, addresses: list[str]
) -> dict[str, dict[str, list[Round]]]:
    chromium, port = any_chromium(), free_port()
    with tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=chromium.executable,
            args=[*FLAGS, f"--remote-debugging-port={port}"],
            env=os.environ | chromium.environment,
            locale="pt-BR",
        )
        if login:
            page = context.new_page()
            page.goto(f"{site}/entrar")
            page.get_by_label("Usuário", exact=True).fill(login)
            page.get_by_label("Senha", exact=True).fill(PASSWORD)
            page.get_by_role("button", name="Entrar", exact=True).click()
            page.get_by_role("heading", name="Caixa da unidade").wait_for()
            page.close()
        command = [str(pages.NODE / "bin" / "node"), "audit.mjs", str(port), str(ROUNDS), *addresses]
        done = subprocess.run(command, cwd=HERE, capture_output=True, text=True)
        context.close()
    if done.returncode:
        raise RuntimeError(f"Lighthouse: {done.stderr[-2000:]}")
    found: dict[str, dict[str, list[Round]]] = json.loads(done.stdout)
    for address, devices in found.items():
        elsewhere = {one["shown"] for rounds in devices.values() for one in rounds} - {address}
        assert not elsewhere, f"{address} led to {elsewhere}"
    return found
