"""Special follow-up on the screen: a process of another unit, what is new in it, and letting it go (TRA-10)."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album


def test_process_of_another_unit_is_followed_until_it_is_let_go(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    clerk = installation.caller("ana.lima")
    made = clerk.start("Calçamento da Rua Taubaté")
    desk = sit("helena.prado")
    desk.go(f"/processo/{made['id']}?painel=unidade")
    desk.button("Acompanhar").click()
    desk.dialog.get_by_label("Grupo").fill("Obras")
    desk.dialog.get_by_label("Observação").fill("O prefeito pediu notícia.")
    desk.dialog.get_by_role("button", name="Acompanhar", exact=True).click()
    expect(desk.notice("Processo em acompanhamento.")).to_be_visible()
    clerk.ask("POST", f"/processes/{made['id']}/progress", {"text": "Vistoria marcada"})
    desk.go("/acompanhamento")
    line = desk.page.get_by_role("listitem").filter(has_text=made["nup"])
    expect(line).to_contain_text("1 andamento novo")
    expect(desk.heading("Obras")).to_be_visible()
    album.keep(desk.page, "acompanhamento")
    desk.button(f"Marcar {made['nup']} como visto").click()
    expect(line).to_contain_text("Sem novidade")
    desk.button(f"Deixar de acompanhar {made['nup']}").click()
    expect(line).to_have_count(0)
