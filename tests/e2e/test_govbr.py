"""DOC-10, DOC-14, ACC-11: a letter signed with the gov.br account, by the deployed function and a fake gov.br."""

import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from chalicelib.adapters.certificates.verifying import Trust, verify
from tests.e2e.installation import Installation
from tests.e2e.waiting import wait_until
from tests.pki.govbr import SECRET, Govbr


@pytest.fixture(scope="module")
def offered(installation: Installation, agreed: Govbr):
    """The site knows by now that the city has an agreement with gov.br."""
    caller = installation.caller("ana.lima")
    methods = lambda: [one["method"] for one in caller.ask("GET", "/me")["signing_methods"]]  # noqa: E731
    wait_until(lambda: "govbr" in methods(), "gov.br oferecido")
    return caller


@pytest.fixture
def outside(agreed: Govbr) -> Iterator[Govbr]:
    yield agreed
    agreed.trouble.clear()
    agreed.level = "silver"


def choose_govbr(desk, process: str, letter: str) -> None:
    desk.open_process(process, letter)
    desk.button("Assinar").click()
    desk.dialog.get_by_label("Cargo ou função").select_option("Agente de Protocolo")
    desk.dialog.get_by_role("radio", name="Com a conta gov.br").check()


def test_clerk_signs_with_the_govbr_account_after_refusing_once(sit, offered, outside: Govbr, album):
    process = offered.start("Termo de cooperação")["id"]
    letter = offered.write(process, "oficio")["id"]
    desk = sit("ana.lima")
    choose_govbr(desk, process, letter)
    album.keep(desk.page, "assinar-com-govbr")
    desk.dialog.get_by_role("button", name="Ir ao gov.br").click()
    expect(desk.heading("gov.br de teste")).to_be_visible()
    desk.link("Recusar").click()
    expect(desk.notice("Você não autorizou a assinatura no gov.br.")).to_be_visible()
    outside.level = "bronze"
    desk.button("Autorizar de novo no gov.br").click()
    desk.link("Autorizar").click()
    expect(desk.notice("A assinatura exige conta gov.br de nível prata ou ouro")).to_be_visible()
    outside.level = "silver"
    desk.button("Autorizar de novo no gov.br").click()
    desk.link("Autorizar").click()
    expect(desk.notice("Documento assinado.")).to_be_visible()
    assert "code=" not in desk.page.url
    album.keep(desk.page, "volta-do-govbr")
    desk.button("Voltar para onde eu estava").click()
    expect(desk.paper).to_contain_text("Assinatura eletrônica avançada (Lei nº 14.063/2020), com a conta gov.br.")
    assert SECRET not in desk.page.content()
    check_file(offered, process, letter, outside)


def check_file(caller, process: str, letter: str, outside: Govbr) -> None:
    found = caller.ask("GET", f"/processes/{process}/documents/{letter}/signatures")
    with urllib.request.urlopen(found["signed_file"]["url"]) as answer:
        pdf = answer.read()
    trust = Trust([outside.root.der, outside.issuer.der], [], datetime.now(UTC), lenient=True)
    # The browser's own loop runs in this thread.
    with ThreadPoolExecutor(1) as beside:
        (made,) = beside.submit(verify, pdf, trust).result()
    assert made.certificate == outside.holder().der
