"""Receiving, distributing and labelling what arrived, in few actions and without leaving the page (issue 4; TRA-02,
TRA-07, TRA-09), and the unit's notes, deadlines and labels on the screen (TRA-08, TRA-11)."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.caller import Caller
from tests.e2e.counting import Counted
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album

PROCESSES = 10
MOST_ACTIONS = 6
KIND = "alvara-funcionamento"


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
    desk.page.get_by_role("checkbox", name="Selecionar todos").click()
    # Assigning receives first, as any act of a unit does (TRA-02).
    desk.button("Atribuir").click()
    desk.page.get_by_role("listbox").get_by_role("option", name=re.compile("^Thiago Pires")).click()
    desk.dialog.get_by_role("button", name="Atribuir", exact=True).click()
    expect(desk.notice(f"{PROCESSES} atribuições registradas.")).to_be_visible()
    desk.page.get_by_role("button", name=re.compile("^Marcador")).click()
    desk.page.get_by_role("menuitem", name="Incluir Vistoria").click()
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


def downloaded(desk: Desk, path: Path) -> list[dict[str, str]]:
    """The spreadsheet as a program for spreadsheets opens it."""
    with desk.page.expect_download() as kept:
        desk.button("Baixar planilha").click()
    kept.value.save_as(path)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert kept.value.suggested_filename.endswith(".csv")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))


def test_inbox_is_grouped_ordered_kept_as_a_view_and_downloaded(
    sit: Callable[..., Desk], installation: Installation, tmp_path: Path, album: Album
) -> None:
    """PRO-01: what the address says, a view keeps; the spreadsheet has what the screen shows."""
    clerk = installation.caller("carlos.moura")
    for view in clerk.ask("GET", "/views")["items"]:
        clerk.ask("DELETE", f"/views/{view['id']}")
    first, second = (
        clerk.start(f"Revisão de cadastro {n}", type="revisao-iptu", subjects=["04.02.01"]) for n in "12"
    )
    label = label_of(clerk, "Cadastro")
    clerk.ask("PUT", f"/processes/{first['id']}/labels/{label}", {"text": "=soma"})
    desk = sit("carlos.moura")
    desk.go("/caixa?aba=gerados&tipo=revisao-iptu")
    expect(desk.row(first["nup"])).to_be_visible()
    desk.button("Exibição").click()
    desk.dialog.get_by_label("Agrupar por").select_option(label="Marcador")
    desk.dialog.get_by_label("Ordenar por").select_option(label="Número")
    desk.dialog.get_by_label("Origem").uncheck()
    desk.dialog.get_by_role("button", name="Aplicar").click()
    groups = desk.page.locator(".grid-group")
    expect(groups).to_have_text([re.compile(r"^Cadastro \(\d+\)$"), re.compile(r"^Sem marcador \(\d+\)$")])
    expect(desk.page.get_by_role("columnheader")).to_have_count(5)
    album.keep(desk.page, "caixa-grupos")
    desk.page.get_by_role("button", name=re.compile("^Visões")).click()
    desk.page.get_by_role("menuitem", name="Salvar ou excluir…").click()
    desk.dialog.get_by_label(re.compile("^Nome da visão")).fill("Cadastro por marcador")
    desk.dialog.get_by_role("button", name="Salvar visão").click()
    expect(desk.notice("Visão Cadastro por marcador salva.")).to_be_visible()
    desk.go("/caixa")
    desk.page.get_by_role("button", name=re.compile("^Visões")).click()
    desk.page.get_by_role("menuitem", name=re.compile("^Cadastro por marcador")).click()
    expect(groups).to_have_text([re.compile(r"^Cadastro \(\d+\)$"), re.compile(r"^Sem marcador \(\d+\)$")])
    rows = downloaded(desk, tmp_path / "caixa.csv")
    assert {row["Processo"] for row in rows} >= {first["nup"], second["nup"]}
    assert {row["Marcadores"] for row in rows} == {"Cadastro: =soma", ""}


def test_everything_of_one_person_goes_to_another(
    sit: Callable[..., Desk], installation: Installation
) -> None:
    """TRA-07: redistribution."""
    clerk = installation.caller("carlos.moura")
    made = [clerk.start(f"Denúncia de entulho {n}")["id"] for n in range(3)]
    for process in made:
        clerk.ask("PUT", f"/processes/{process}/assignment", {"user": "carlos.moura"})
    desk = sit("carlos.moura")
    desk.go("/caixa?aba=todos&responsavel=eu")
    desk.button("Redistribuir tudo").click()
    desk.page.get_by_role("listbox").get_by_role("option", name=re.compile("^Ana Carolina")).click()
    desk.dialog.get_by_role("button", name="Redistribuir", exact=True).click()
    expect(desk.notice(re.compile("processos redistribuídos"))).to_be_visible()
    rows = {row["process"]: row for row in clerk.ask("GET", "/inbox?tab=all&assigned=ana.lima")["items"]}
    assert set(made) <= set(rows)
    assert clerk.ask("GET", "/inbox?tab=all&assigned=carlos.moura")["items"] == []


def test_administrator_defines_the_phases_that_the_unit_then_uses(
    sit: Callable[..., Desk], installation: Installation
) -> None:
    """TRA-12."""
    desk = sit("gustavo.leal")
    desk.go("/pontos-de-controle")
    desk.choose("Unidade", "alvar", re.compile("^SEMURB[/]ALV"))
    expect(desk.heading("Pontos de controle de SEMURB/ALV")).to_be_visible()
    for place, name in enumerate(("Análise", "Exigência"), start=1):
        desk.button("Incluir ponto de controle").click()
        desk.field(f"Nome do ponto {place}").fill(name)
    desk.button("Salvar").click()
    expect(desk.notice("Pontos de controle salvos.")).to_be_visible()
    clerk = installation.caller("thiago.pires")
    made = clerk.start("Projeto de residência")
    worker = sit("thiago.pires")
    worker.go("/caixa?aba=gerados")
    worker.row(made["nup"]).get_by_role("checkbox").click()
    worker.page.get_by_role("button", name=re.compile("^Ponto de controle")).click()
    worker.page.get_by_role("menuitem", name="Exigência").click()
    expect(worker.row(made["nup"])).to_contain_text("Exigência")
