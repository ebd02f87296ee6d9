"""The application over a network that fails: said plainly, tried again by itself, and nothing done twice or lost
(issue 6 §7; PRO-01, TRA-08, DOC-03, DOC-10)."""

import itertools
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Route, expect

from infra.local.stack import PASSWORD
from tests.e2e.caller import Caller
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.waiting import wait_until

LOST = "Sem conexão com o sistema."
KEPT = """async () => {
  const parts = await (await fetch('/parts.json')).json()
  const kept = await (await caches.open('iperoig-application')).keys()
  return kept.length > parts.length
}"""
#: On the page's own clock: whatever it does by itself after a while has been begun by then.
LATER_MS = 15_000
LABEL = "Rede instável"


def label_of(clerk: Caller) -> str:
    kept = {label["name"]: label["id"] for label in clerk.ask("GET", "/arrangement")["labels"]}
    return str(kept.get(LABEL) or clerk.ask("POST", "/labels", {"name": LABEL, "colour": "teal"})["id"])


def open_labels(desk: Desk) -> None:
    desk.page.get_by_role("button", name=re.compile("^Marcador")).click()
    expect(desk.page.get_by_role("menuitem", name=f"Incluir {LABEL}")).to_be_visible()


def put_label(desk: Desk) -> None:
    open_labels(desk)
    desk.page.get_by_role("menuitem", name=f"Incluir {LABEL}").click()


def state_of(clerk: Caller, process: str) -> tuple[list[str], str]:
    """The labels on it, and the note about it."""
    desk = clerk.ask("GET", f"/processes/{process}/desk")["desk"]
    return [label["name"] for label in desk["labels"]], (desk["note"] or {"text": ""})["text"]


def arrive_and_keep(desk: Desk, path: str) -> None:
    """At the screen, and the browser has kept the application."""
    desk.page.clock.install()
    desk.go(path)
    expect(desk.heading("Caixa da unidade")).to_be_visible()

    def kept() -> bool:
        desk.page.clock.run_for(LATER_MS)
        return bool(desk.page.evaluate(KEPT))

    wait_until(kept, "o navegador guarda a aplicação")


def test_without_network_the_reversible_waits_the_legal_is_refused_and_what_was_written_stays(
    sit: Callable[..., Desk], installation: Installation
) -> None:
    clerk = installation.caller("ana.lima")
    label_of(clerk)
    made = clerk.start("Muro de contenção da Praia Grande")
    draft = clerk.write(made["id"])["id"]
    desk = sit("ana.lima", service_workers="allow")
    arrive_and_keep(desk, "/caixa?aba=gerados")
    desk.row(made["nup"]).get_by_role("checkbox").click()
    open_labels(desk)
    desk.page.keyboard.press("Escape")
    desk.page.context.set_offline(True)
    expect(desk.notice(LOST)).to_be_visible()
    put_label(desk)
    desk.page.clock.run_for(LATER_MS)
    expect(desk.notice("1 ato espera a conexão")).to_be_visible()
    desk.button("Anotação").click()
    note = desk.dialog.get_by_label("Anotação", exact=True)
    note.fill("Escrita sem rede")
    save = desk.dialog.get_by_role("button", name="Salvar")
    save.click()
    desk.page.clock.run_for(LATER_MS)
    expect(desk.dialog.get_by_text("Sem conexão com o servidor")).to_be_visible()
    expect(note).to_have_value("Escrita sem rede")
    assert state_of(clerk, made["id"]) == ([], "")
    desk.page.context.set_offline(False)
    desk.page.clock.run_for(LATER_MS)
    expect(desk.page.get_by_text(LOST)).to_have_count(0)
    wait_until(lambda: state_of(clerk, made["id"])[0] == [LABEL], "o marcador que esperava é posto")
    save.click()
    expect(desk.row(made["nup"])).to_contain_text("Escrita sem rede")
    expect(desk.row(made["nup"])).to_contain_text(LABEL)
    refuses_to_sign(desk, clerk, made["id"], draft)


def refuses_to_sign(desk: Desk, clerk: Caller, process: str, draft: str) -> None:
    """The password given without network signs nothing, not even when it returns."""
    desk.open_process(process, draft)
    desk.page.clock.run_for(LATER_MS)
    expect(desk.paper).to_be_visible()
    desk.page.context.set_offline(True)
    desk.button("Assinar").click()
    desk.dialog.get_by_label(re.compile("^Cargo")).select_option(index=1)
    desk.sign()
    desk.page.clock.run_for(LATER_MS)
    expect(desk.dialog.get_by_text("Sem conexão com o servidor")).to_be_visible()
    desk.page.context.set_offline(False)
    desk.page.clock.run_for(LATER_MS)
    expect(desk.page.get_by_text(LOST)).to_have_count(0)
    assert clerk.read(process, draft)["signatures"] == []


def test_screens_open_without_network_and_are_read_by_themselves_when_it_returns(sit: Callable[..., Desk]) -> None:
    desk = sit("ana.lima", service_workers="allow")
    arrive_and_keep(desk, "/caixa")
    desk.page.context.set_offline(True)
    expect(desk.notice(LOST)).to_be_visible()
    desk.link("Retornos programados").click()
    expect(desk.heading("Retornos programados")).to_be_visible()
    expect(desk.page.get_by_text("Carregando…").first).to_be_visible()
    desk.page.context.set_offline(False)
    desk.page.clock.run_for(LATER_MS)
    expect(desk.page.get_by_text("Carregando…")).to_have_count(0)
    expect(desk.page.get_by_text(LOST)).to_have_count(0)
    expect(desk.page.get_by_role("button", name="Tentar de novo")).to_have_count(0)


def losing_every_third(desk: Desk) -> list[str]:
    """Half of those lost do arrive: only their answer does not. -> what was lost."""
    lost: list[str] = []
    counter = itertools.count(1)

    def handle(route: Route) -> Any:
        if next(counter) % 3:
            return route.continue_()
        lost.append(f"{route.request.method} {route.request.url}")
        if len(lost) % 2:
            route.fetch()
        return route.abort()

    desk.page.route("**/api/**", handle)
    return lost


def test_with_every_third_request_lost_a_despatch_is_written_signed_and_labelled_once(
    sit: Callable[..., Desk], installation: Installation
) -> None:
    clerk = installation.caller("ana.lima")
    label_of(clerk)
    made = clerk.start("Sinalização da Rua Liberdade")
    desk = sit("ana.lima")
    lost = losing_every_third(desk)
    desk.go("/caixa?aba=gerados")
    desk.row(made["nup"]).get_by_role("checkbox").click()
    put_label(desk)
    expect(desk.row(made["nup"])).to_contain_text(LABEL)
    desk.button("Anotação").click()
    desk.dialog.get_by_label("Anotação", exact=True).fill("Uma vez só")
    desk.dialog.get_by_role("button", name="Salvar").click()
    expect(desk.row(made["nup"])).to_contain_text("Uma vez só")
    desk.go(f"/processo/{made['id']}/incluir?tipo=despacho")
    desk.button("Criar e escrever").click()
    expect(desk.text).to_be_visible()
    desk.button("Assinar").click()
    desk.dialog.get_by_label(re.compile("^Cargo")).select_option(index=1)
    desk.sign()
    expect(desk.notice("Documento assinado.")).to_be_visible()
    assert len(lost) > 5
    acts = [line["kind"] for line in clerk.ask("GET", f"/processes/{made['id']}/history")["items"]]
    assert sorted(acts) == sorted(set(acts)), acts
    (document,) = clerk.ask("GET", f"/processes/{made['id']}/documents")["items"]
    assert len(clerk.read(made["id"], document["id"])["signatures"]) == 1
    assert PASSWORD not in "".join(lost)
