"""Two environments at one address, side by side in one browser, each with its own door (issue 5 §7)."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from infra.local.emulator import Endpoint
from infra.local.stack import PASSWORD, ROOT
from tests.e2e.axe import violations
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album
from tests.e2e.test_tenant_command import CITY, command

NAME, BEGIN = "Prefeitura Municipal de Exemplo", "/ambiente/exemplo"
WHO = ["--administrator", "rita.prado", "--name", "Rita Prado", "--password", PASSWORD]


@pytest.fixture
def beside(installation: Installation) -> Iterator[str]:
    """Another city as an environment of this address, and its administrator."""
    where = ["--endpoint", installation.services]
    made = command("create", *CITY, *WHO, *where)
    assert made.returncode == 0, made.stderr
    assert told_by_the_example(installation) == "200 ['*/exemplo']\n"
    # The example is an order given once, by its key: whoever comes after gives the address by another.
    given = command("addresses", "exemplo", "*/exemplo", *where)
    assert given.stdout.splitlines() == ["*/exemplo", f"Os links começam por {installation.site}{BEGIN}"], given.stderr
    installation.renew_containers()
    yield "rita.prado"
    assert command("addresses", "exemplo", "--none", *where).returncode == 0
    installation.renew_containers()


def told_by_the_example(installation: Installation) -> str:
    """What the example of docs/operations.md prints, run as it stands there."""
    pages = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    (example,) = [block for block in re.findall(r"```python\n(.*?)```", pages, re.DOTALL) if "operate-tenants" in block]
    endpoint = Endpoint(installation.services, 0)
    named = {name.upper(): value for name, value in endpoint.credentials.items() if name != "region_name"}
    there = {"AWS_ENDPOINT_URL": installation.services, "AWS_DEFAULT_REGION": endpoint.region, **named}
    done = subprocess.run([sys.executable, "-c", example], env=os.environ | there, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_two_environments_of_one_address_are_worked_in_side_by_side(
    new_context: Any, installation: Installation, beside: str, album: Album
) -> None:
    browser = new_context()
    here = Desk(browser.new_page(), installation.site, "ana.lima")
    here.go("/entrar")
    doors = here.page.get_by_role("navigation", name="Ambientes neste endereço")
    expect(doors.get_by_role("listitem")).to_have_text([re.compile(r"Ubatuba .*\(você está aqui\)"), NAME])
    assert violations(here.page) == []
    album.keep(here.page, "ambientes")
    here.enter()
    expect(here.heading("Caixa da unidade")).to_be_visible()

    there = Desk(browser.new_page(), installation.site, beside)
    there.go(f"{BEGIN}/processo/qualquer")
    expect(there.page.get_by_text(NAME).first).to_be_visible()
    there.enter()
    expect(there.page).to_have_url(f"{installation.site}{BEGIN}/processo/qualquer")
    there.page.goto(f"{installation.site}{BEGIN}/")
    expect(there.page).to_have_url(f"{installation.site}{BEGIN}/caixa")
    there.link("Conferir autenticidade de documento").click()
    expect(there.page.locator("#tenant")).to_have_text(NAME)

    here.page.reload()
    expect(here.page).to_have_url(f"{installation.site}/caixa")
    assert names(here) == ("ubatuba", "ana.lima")
    there.go(f"{BEGIN}/caixa")
    assert names(there) == ("exemplo", beside)
    wrong = there.page.evaluate("async () => (await fetch('/ambiente/nenhum/api/public/tenant')).status")
    assert wrong == 404


def names(desk: Desk) -> tuple[str, str]:
    """Whose city and who the open page is of."""
    ask = "async (begin) => (await fetch(begin + '/api/me')).json()"
    me = desk.page.evaluate(ask, BEGIN if BEGIN in desk.page.url else "")
    return me["tenant"]["id"], me["user"]["login"]
