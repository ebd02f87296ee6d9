"""Receiving, distributing and labelling what arrived, in few actions and without leaving the page (issue 4; TRA-02,
TRA-07, TRA-09), and the unit's notes, deadlines and labels on the screen (TRA-08, TRA-11)."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.caller import Caller
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album

PROCESSES = 10
MOST_ACTIONS = 6
KIND = "alvara-funcionamento"


class Counted:
    """Every press and every text typed, and whether a page was loaded meanwhile."""

    def __init__(self, page: Page) -> None:
        self.actions = 0
        self.loads = 0
        page.on("load", lambda _: self._load())

    def _load(self) -> None:
        self.loads += 1

    def press(self, what: object) -> None:
        self.actions += 1
        what.click()  # type: ignore[attr-defined]


@pytest.fixture
def juliana(installation: Installation) -> Caller:
    """Head of the unit where licences are dealt with."""
    return installation.caller("juliana.rocha")


@pytest.fixture
def arrived(installation: Installation) -> list[str]:
    """Ten processes of a type that no other proof uses, just sent to the unit; -> their ids."""
    clerk = installation.caller("ana.lima")
    made = [
        clerk.start(f"Quiosque número {number}", type=KIND, subjects=["05.01.03"])["id"]
        for number in range(PROCESSES)
    ]
    for process in made:
        clerk.send(process, "semurb-alv")
    return made


def label_of(caller: Caller, name: str) -> str:
    kept = caller.ask("GET", "/arrangement")["labels"]
    found = [label["id"] for label in kept if label["name"] == name]
    return found[0] if found else caller.ask("POST", "/labels", {"name": name, "colour": "orange"})["id"]


def test_ten_processes_are_received_assigned_and_labelled_in_six_actions_without_loading_a_page(
    sit: Callable[..., Desk], juliana: Caller, arrived: list[str]
) -> None:
    label = label_of(juliana, "Vistoria")
    desk = sit("juliana.rocha")
    desk.go(f"/caixa?tipo={KIND}")
    expect(desk.page.get_by_role("row")).to_have_count(PROCESSES + 1)
    counted = Counted(desk.page)
    counted.press(desk.page.get_by_role("checkbox", name="Selecionar todos"))
    # Assigning receives first, as any act of a unit does (TRA-02).
    counted.press(desk.button("Atribuir"))
    counted.press(desk.page.get_by_role("listbox").get_by_role("option", name=re.compile("^Thiago Pires")))
    counted.press(desk.dialog.get_by_role("button", name="Atribuir", exact=True))
    expect(desk.notice(f"{PROCESSES} atribuições registradas.")).to_be_visible()
    counted.press(desk.page.get_by_role("button", name=re.compile("^Marcador")))
    counted.press(desk.page.get_by_role("menuitem", name="Incluir Vistoria"))
    expect(desk.notice(f"Marcador Vistoria em {PROCESSES} processos.")).to_be_visible()
    assert counted.actions <= MOST_ACTIONS
    assert counted.loads == 0
    rows = {row["process"]: row for row in juliana.ask("GET", f"/inbox?label={label}")["items"]}
    for process in arrived:
        row = rows[process]
        assert (row["unread"], row["assignee"]["id"]) == (False, "thiago.pires")
        assert [one["name"] for one in row["desk"]["labels"]] == ["Vistoria"]


def test_note_deadline_and_label_are_put_read_and_undone_in_the_inbox(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    clerk = installation.caller("ana.lima")
    label_of(clerk, "Urgente")
    made = clerk.start("Poda de mangueira na Praça da Matriz")
    desk = sit("ana.lima")
    desk.go("/caixa?aba=gerados")
    row = desk.row(made["nup"])
    row.get_by_role("checkbox").click()
    desk.button("Anotação").click()
    desk.dialog.get_by_label("Anotação", exact=True).fill("Ligar para a requerente")
    desk.dialog.get_by_label("Anotação prioritária").check()
    desk.dialog.get_by_role("button", name="Salvar").click()
    expect(row).to_contain_text("Anotação prioritária Ligar para a requerente")
    desk.button("Prazo").click()
    desk.dialog.get_by_role("radio", name="Dias corridos").check()
    desk.dialog.get_by_label("Quantidade de dias").fill("1")
    desk.dialog.get_by_role("button", name="Definir prazo").click()
    expect(row).to_contain_text("Prazo acaba em")
    desk.page.get_by_role("button", name=re.compile("^Marcador")).click()
    desk.page.get_by_role("menuitem", name="Incluir Urgente").click()
    expect(row).to_contain_text("Urgente")
    desk.button("Desfazer").last.click()
    expect(row).not_to_contain_text("Urgente")
    desk.button("Prazo").click()
    desk.dialog.get_by_role("button", name="Concluir prazo").click()
    expect(row).to_contain_text("concluído")
    desk.go(f"/processo/{made['id']}?painel=unidade")
    expect(desk.notice("Prazo definido para")).to_be_visible()
    album.keep(desk.page, "na-unidade")
    view = clerk.ask("GET", f"/processes/{made['id']}/desk")
    assert [line["act"] for line in view["log"]] == [
        "deadline_concluded",
        "label_removed",
        "label_added",
        "deadline_set",
    ]


def test_label_is_created_used_rested_and_never_deleted(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    clerk = installation.caller("ana.lima")
    made = clerk.start("Certidão de numeração predial")
    desk = sit("ana.lima")
    desk.go("/marcadores")
    desk.button("Novo marcador").click()
    desk.dialog.get_by_label(re.compile("^Nome")).fill("Aguardando engenharia")
    desk.dialog.get_by_role("radio", name="Verde-petróleo").check()
    album.keep(desk.page, "marcador-novo")
    desk.dialog.get_by_role("button", name="Criar marcador").click()
    line = desk.page.get_by_role("listitem").filter(has_text="Aguardando engenharia")
    expect(line).to_be_visible()
    label = label_of(clerk, "Aguardando engenharia")
    clerk.ask("PUT", f"/processes/{made['id']}/labels/{label}", {"text": ""})
    desk.go("/marcadores")
    expect(line.get_by_role("button", name=re.compile("^Excluir"))).to_have_attribute("aria-disabled", "true")
    line.get_by_role("button", name=re.compile("^Desativar")).click()
    expect(line).to_contain_text("Desativado")
    line.get_by_role("link", name=re.compile("^Ver processos")).click()
    expect(desk.row(made["nup"])).to_contain_text("Aguardando engenharia")
