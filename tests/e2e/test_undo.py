"""Every reversible act offers to be taken back where it is said that it was done (issue 6 §1, web.md principle 5)."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.caller import Caller, Json
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.waiting import wait_until

HERE = Path(__file__).parent
#: The act, what "Desfazer" does, and the test that does both.
REVERSIBLE = (
    ("atribuir", "volta para quem era o responsável", "test_undo::test_who_was_responsible_is_again"),
    ("anotar", "volta a anotação de antes", "test_undo::test_note_of_before_is_again"),
    ("definir prazo", "volta ao prazo de antes, ou a nenhum", "test_undo::test_deadline_is_again_as_it_was"),
    ("concluir prazo", "o prazo corre de novo", "test_undo::test_deadline_is_again_as_it_was"),
    ("retirar prazo", "o prazo volta", "test_undo::test_deadline_is_again_as_it_was"),
    ("retirar dos favoritos", "volta ao grupo em que estava", "test_undo::test_favourite_is_kept_again"),
    ("deixar de acompanhar", "volta com o grupo e a observação", "test_undo::test_process_is_followed_again"),
    ("excluir documento", "sai da lixeira", "test_undo::test_draft_comes_back_from_the_trash"),
    ("pôr marcador", "tira o marcador",
     "test_organising::test_note_deadline_and_label_are_put_read_and_undone_in_the_inbox"),
    ("mover no quadro", "volta à coluna",
     "test_board::test_card_moves_by_mouse_and_by_keyboard_and_the_move_is_undone"),
    ("concluir", "reabre com o mesmo responsável", "test_undo::test_concluded_process_is_open_again"),
    ("fechar aba", "abre a aba no mesmo lugar",
     "test_tabs::test_processes_are_kept_in_tabs_and_gone_through_by_keys_alone"),
)  # fmt: skip


@pytest.mark.parametrize(("act", "undo", "test"), REVERSIBLE, ids=[row[0] for row in REVERSIBLE])
def test_each_reversible_act_has_its_test(act: str, undo: str, test: str) -> None:
    module, _, name = test.partition("::")
    tree = ast.parse((HERE / f"{module}.py").read_text())
    body = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name)
    assert "Desfazer" in ast.unparse(body) or "take_back" in ast.unparse(body), (act, undo)


@pytest.fixture
def clerk(installation: Installation) -> Caller:
    return installation.caller("ana.lima")


def take_back(desk: Desk) -> None:
    desk.button("Desfazer").last.click()
    expect(desk.notice("Desfeito.")).to_be_visible()


def chosen(desk: Desk, made: Json) -> None:
    desk.go("/caixa?aba=gerados")
    desk.row(made["nup"]).get_by_role("checkbox").click()


def test_who_was_responsible_is_again(sit: Callable[..., Desk], clerk: Caller) -> None:
    """TRA-07."""
    made = clerk.start("Drenagem da Rua Dom João III")
    desk = sit("ana.lima")
    chosen(desk, made)
    desk.button("Atribuir").click()
    desk.page.get_by_role("listbox").get_by_role("option", name=re.compile("^Ana Carolina Lima")).click()
    desk.dialog.get_by_role("button", name="Atribuir", exact=True).click()
    expect(desk.row(made["nup"])).to_contain_text("Ana Carolina")
    take_back(desk)
    expect(desk.row(made["nup"])).not_to_contain_text("Ana Carolina")
    assert clerk.ask("GET", f"/processes/{made['id']}")["presence"]["assignee"] is None


def test_concluded_process_is_open_again(sit: Callable[..., Desk], clerk: Caller) -> None:
    """TRA-04."""
    made = clerk.start("Recolhimento de galhos na Estufa II")
    desk = sit("ana.lima")
    chosen(desk, made)
    desk.button("Concluir").click()
    expect(desk.row(made["nup"])).to_have_count(0)
    desk.button("Desfazer").last.click()
    expect(desk.row(made["nup"])).to_be_visible()
    assert clerk.ask("GET", f"/processes/{made['id']}")["presence"]["open"]


def test_note_of_before_is_again(sit: Callable[..., Desk], clerk: Caller) -> None:
    """TRA-08."""
    made = clerk.start("Troca de lâmpadas da Avenida Iperoig")
    clerk.ask("PUT", f"/processes/{made['id']}/note", {"text": "Ligar para a Elektro", "priority": True})
    desk = sit("ana.lima")
    chosen(desk, made)
    desk.button("Anotação").click()
    desk.dialog.get_by_label("Anotação", exact=True).fill("Já ligado")
    desk.dialog.get_by_role("button", name="Salvar").click()
    expect(desk.row(made["nup"])).to_contain_text("Já ligado")
    take_back(desk)
    expect(desk.row(made["nup"])).to_contain_text("Anotação prioritária Ligar para a Elektro")


def test_deadline_is_again_as_it_was(sit: Callable[..., Desk], clerk: Caller) -> None:
    """TRA-11."""
    made = clerk.start("Vistoria da ponte do Rio Grande")
    desk = sit("ana.lima")

    def change(*, within: str) -> None:
        desk.button("Prazo").click()
        desk.dialog.get_by_role("button", name=within).click()
        expect(desk.dialog).to_have_count(0)

    def kept() -> Json | None:
        deadline: Json | None = clerk.ask("GET", f"/processes/{made['id']}/desk")["desk"]["deadline"]
        return deadline

    chosen(desk, made)
    change(within="Definir prazo")
    take_back(desk)
    assert kept() is None
    clerk.ask("PUT", f"/processes/{made['id']}/deadline", {"days": 3, "business": True})
    there = kept()
    for within in ("Definir prazo", "Concluir prazo", "Retirar prazo"):
        chosen(desk, made)
        change(within=within)
        assert kept() != there
        take_back(desk)
        assert kept() == there, within


def test_favourite_is_kept_again(sit: Callable[..., Desk], clerk: Caller) -> None:
    """PRO-22."""
    made = clerk.start("Convênio da banda municipal")
    clerk.ask("PUT", "/favourites", {"process": made["id"], "group": "Convênios"})
    desk = sit("ana.lima")
    desk.go("/favoritos")
    line = desk.page.get_by_role("listitem").filter(has_text=made["nup"])
    line.get_by_role("button", name=re.compile("^Retirar")).click()
    expect(line).to_have_count(0)
    take_back(desk)
    expect(line).to_be_visible()
    kept = clerk.ask("GET", "/favourites")["items"]
    assert [one["group"] for one in kept if one["process"] == made["id"]] == ["Convênios"]


def test_process_is_followed_again(sit: Callable[..., Desk], clerk: Caller) -> None:
    """TRA-10."""
    made = clerk.start("Pavimentação da Estrada do Monte Valério")
    words = {"group": "Obras", "observation": "Falar com o bairro"}
    clerk.ask("POST", f"/processes/{made['id']}/follow-ups", words)
    desk = sit("ana.lima")
    desk.go("/acompanhamento")
    line = desk.page.get_by_role("listitem").filter(has_text=made["nup"])
    desk.button(f"Deixar de acompanhar {made['nup']}").click()
    expect(line).to_have_count(0)
    take_back(desk)
    expect(line).to_contain_text("Falar com o bairro")


def test_draft_comes_back_from_the_trash(sit: Callable[..., Desk], clerk: Caller) -> None:
    """DOC-17."""
    process = clerk.start("Licença de ambulante na Maranduba")["id"]
    draft = clerk.write(process)["id"]
    desk = sit("ana.lima")
    desk.open_process(process, draft)
    desk.button("Excluir").click()
    desk.dialog.get_by_role("button", name=re.compile("^Excluir")).click()
    take_back(desk)
    tree = f"/processes/{process}/documents"
    wait_until(lambda: len(clerk.ask("GET", tree)["items"]) == 1, "o documento volta à árvore")
