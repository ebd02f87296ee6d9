"""The same act on many processes from any list, with its progress, its results and another try (demands 4; PRO-01,
TRA-01, TRA-05, TRA-07, TRA-09, PRO-15, PRO-16, PRO-24, PRO-27, BLO-02, BLO-07)."""

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.caller import Caller
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album

KIND = "revisao-iptu"
#: More than the first page of the inbox brings.
MANY = 53


@pytest.fixture
def clerk(installation: Installation) -> Caller:
    return installation.caller("ana.lima")


def made(clerk: Caller, count: int, about: str) -> list[dict[str, str]]:
    return [
        clerk.start(f"{about} {number}", type=KIND, subjects=["04.02.01"]) for number in range(1, count + 1)
    ]


def listed(clerk: Caller) -> int:
    """How many of the kind there are in the unit, page after page."""
    count, cursor = 0, ""
    while True:
        page = clerk.ask("GET", f"/inbox?tab=generated&type={KIND}" + (f"&cursor={quote(cursor)}" if cursor else ""))
        count += len(page["items"])
        cursor = page["next_cursor"]
        if not cursor:
            return count


def label_of(caller: Caller, name: str) -> str:
    kept = {label["name"]: label["id"] for label in caller.ask("GET", "/arrangement")["labels"]}
    return str(kept.get(name) or caller.ask("POST", "/labels", {"name": name, "colour": "sky"})["id"])


def watch(desk: Desk) -> Locator:
    return desk.page.get_by_role("region", name="Atos em muitos processos")


def more(desk: Desk, act: str) -> None:
    """The act of the menu "Mais", its dialog open."""
    desk.page.get_by_role("button", name="Mais", exact=True).click()
    desk.page.get_by_role("menuitem", name=act).click()


def chosen(desk: Desk, processes: list[dict[str, str]]) -> None:
    for process in processes:
        desk.page.get_by_role("checkbox", name=f"Selecionar {process['nup']}").check()


def test_everything_the_filters_show_is_acted_on_at_once_and_its_progress_stays_on_the_screen(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    clerk = installation.caller("thiago.pires")
    processes = made(clerk, MANY, "Revisão de lançamento")
    total = listed(clerk)
    desk = sit("thiago.pires")
    desk.go(f"/caixa?aba=gerados&tipo={KIND}")
    desk.page.get_by_role("checkbox", name="Selecionar todos os carregados").check()
    desk.button("Selecionar todos da lista (até 500)").click()
    expect(desk.page.get_by_text(f"{total} selecionados")).to_be_visible()
    desk.button("Atribuir").click()
    desk.page.get_by_role("listbox").get_by_role("option", name=re.compile("^Juliana Rocha")).click()
    desk.dialog.get_by_role("button", name="Atribuir", exact=True).click()
    expect(watch(desk)).to_contain_text("Atribuir processos")
    album.keep(desk.page, "caixa-muitos")
    expect(desk.notice(f"Os {total} processos foram feitos.")).to_be_visible()
    expect(watch(desk)).to_have_count(0)
    expect(desk.row(processes[-1]["nup"])).to_contain_text("Juliana Rocha")
    found = [clerk.ask("GET", f"/processes/{process['id']}") for process in (processes[0], processes[-1])]
    assert [one["presence"]["assignee"]["id"] for one in found] == ["juliana.rocha"] * 2


def test_what_could_not_be_done_is_told_by_process_and_tried_again(
    sit: Callable[..., Desk], clerk: Caller, album: Album
) -> None:
    one, other = made(clerk, 2, "Revisão de área")
    desk = sit("ana.lima")
    desk.go(f"/caixa?aba=gerados&tipo={KIND}")
    chosen(desk, [one, other])
    more(desk, "Atualizar andamento…")
    clerk.ask("POST", f"/processes/{other['id']}/conclusion", {})
    desk.dialog.get_by_label(re.compile("^Texto do andamento")).fill("Vistoria marcada")
    desk.dialog.get_by_role("button", name="Registrar andamento").click()
    failed = watch(desk).get_by_role("list", name="Processos que faltaram")
    expect(failed).to_contain_text(other["nup"])
    album.keep(desk.page, "caixa-faltaram")
    clerk.ask("POST", f"/processes/{other['id']}/reopening", {})
    watch(desk).get_by_role("button", name="Tentar de novo os que faltaram").click()
    expect(desk.notice("O processo foi feito.")).to_be_visible()
    for process in (one, other):
        entries = clerk.ask("GET", f"/processes/{process['id']}/history?view=full")["items"]
        told = [entry["sentence"] for entry in entries]
        assert sum("Vistoria marcada" in sentence for sentence in told) == 1


def test_concluded_and_suspended_processes_come_back_together(
    sit: Callable[..., Desk], clerk: Caller
) -> None:
    """TRA-05, PRO-16."""
    pair = made(clerk, 2, "Revisão encerrada")
    for process in pair:
        clerk.ask("POST", f"/processes/{process['id']}/conclusion", {})
    desk = sit("ana.lima")
    desk.go("/concluidos")
    chosen(desk, pair)
    desk.button("Reabrir").first.click()
    expect(desk.notice("2 processos reabertos.")).to_be_visible()
    desk.go(f"/caixa?aba=gerados&tipo={KIND}")
    chosen(desk, pair)
    more(desk, "Sobrestar…")
    desk.dialog.get_by_label(re.compile("^Motivo")).fill("Aguarda o laudo")
    desk.dialog.get_by_role("button", name="Sobrestar", exact=True).click()
    expect(desk.notice("Os 2 processos foram feitos.")).to_be_visible()
    desk.go("/sobrestados")
    chosen(desk, pair)
    desk.button("Remover sobrestamento").first.click()
    expect(desk.notice("Sobrestamento removido de 2 processos.")).to_be_visible()


def test_sendings_are_undone_from_the_concluded_and_empty_processes_deleted_together(
    sit: Callable[..., Desk], clerk: Caller
) -> None:
    """TRA-01, PRO-15: one that is open elsewhere by now says so beside its number."""
    pair = made(clerk, 2, "Revisão enviada")
    for process in pair:
        clerk.send(process["id"], "semad-rh")
    desk = sit("ana.lima")
    desk.go("/concluidos")
    chosen(desk, pair)
    more(desk, "Desfazer envio…")
    desk.dialog.get_by_role("button", name="Desfazer envio", exact=True).click()
    expect(desk.notice("Os 2 processos foram feitos.")).to_be_visible()
    desk.go(f"/caixa?aba=gerados&tipo={KIND}")
    chosen(desk, pair)
    clerk.send(pair[1]["id"], "semad-rh", keep_open=True)
    more(desk, "Excluir processo…")
    desk.dialog.get_by_role("button", name="Excluir", exact=True).click()
    expect(watch(desk).get_by_role("list", name="Processos que faltaram")).to_contain_text(pair[1]["nup"])
    expect(desk.page.get_by_role("checkbox", name=f"Selecionar {pair[0]['nup']}")).to_have_count(0)


def test_items_of_a_block_and_blocks_of_the_list_are_acted_on_together(
    sit: Callable[..., Desk], clerk: Caller
) -> None:
    """BLO-02, BLO-07."""
    pair = made(clerk, 2, "Revisão em bloco")
    form = {"kind": "internal", "description": "Revisões", "units": [], "group": ""}
    first, second = (
        clerk.ask("GET", f"/blocks/{clerk.ask('POST', '/blocks', form)['id']}")["block"] for _ in range(2)
    )
    for process in pair:
        clerk.ask("POST", f"/blocks/{first['id']}/items", {"process": process["id"], "document": None})
    desk = sit("ana.lima")
    desk.go(f"/bloco/{first['id']}")
    chosen(desk, pair)
    desk.button("Retirar do bloco").click()
    expect(desk.notice("2 itens retirados do bloco.")).to_be_visible()
    desk.go("/blocos?tipo=internos")
    for block in (first, second):
        desk.page.get_by_role("checkbox", name=f"Selecionar {block['number']}").check()
    desk.button("Concluir").click()
    expect(desk.notice("2 blocos concluídos.")).to_be_visible()


def test_cards_of_the_board_and_followed_processes_are_acted_on_together(
    sit: Callable[..., Desk], installation: Installation
) -> None:
    """TRA-04, TRA-10: the same bar stands above every list."""
    sandra = installation.caller("sandra.vieira")
    label = label_of(sandra, "Matrícula em lote")
    sandra.ask("PUT", "/board", {"by": "labels", "columns": [label]})
    pair = made(sandra, 2, "Revisão de matrícula")
    for process in pair:
        sandra.ask("POST", f"/processes/{process['id']}/follow-ups", {"group": "Lote", "observation": ""})
    desk = sit("sandra.vieira")
    desk.go("/quadro")
    chosen(desk, pair)
    desk.page.get_by_role("button", name=re.compile("^Marcador")).first.click()
    desk.page.get_by_role("menuitem", name="Incluir Matrícula em lote").click()
    column = desk.page.get_by_role("region", name=re.compile("^Matrícula em lote"))
    for process in pair:
        expect(column).to_contain_text(process["nup"])
    desk.go("/acompanhamento")
    chosen(desk, pair)
    desk.button("Concluir").click()
    expect(desk.notice("2 processos concluídos nesta unidade.")).to_be_visible()
    chosen(desk, pair)
    desk.button("Deixar de acompanhar").first.click()
    expect(desk.notice("A unidade deixou de acompanhar 2 processos.")).to_be_visible()
