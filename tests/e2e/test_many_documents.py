"""The same act on many documents of a process, from its tree (issue 4 §6; DOC-10, DOC-17, DOC-21)."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from infra.local.stack import PASSWORD
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album


def test_documents_chosen_in_the_tree_are_signed_and_locked_together_and_what_was_not_done_is_told(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    clerk = installation.caller("ana.lima")
    process = clerk.start("Notificações de poda")["id"]
    letters = [clerk.write(process, "oficio")["id"] for _ in range(3)]
    desk = sit("ana.lima")
    desk.go(f"/processo/{process}")
    desk.button("Selecionar vários").click()
    desk.page.get_by_role("checkbox", name="Selecionar todos").check()
    expect(desk.page.get_by_text("3 documentos selecionados")).to_be_visible()
    bar = desk.page.get_by_role("group", name="Ações para os documentos selecionados")
    album.keep(desk.page, "documentos-varios")
    bar.get_by_role("button", name="Assinar").click()
    desk.dialog.get_by_label(re.compile("^Cargo")).select_option(index=1)
    desk.dialog.get_by_label(re.compile("^Sua senha")).fill(PASSWORD)
    desk.dialog.get_by_role("button", name=re.compile("^Assinar")).click()
    expect(desk.notice(re.compile("3 documentos"))).to_be_visible()
    expect(desk.dialog).to_be_hidden()
    clerk.ask("PUT", f"/processes/{process}/documents/{letters[1]}/lock", {})
    desk.page.get_by_role("checkbox", name="Selecionar todos").check()
    bar.get_by_role("button", name="Mais").click()
    desk.page.get_by_role("menuitem", name="Bloquear alterações…", exact=True).click()
    desk.dialog.get_by_role("button", name="Bloquear").click()
    left = desk.page.get_by_role("list", name="Documentos que faltaram")
    expect(left.get_by_role("listitem")).to_have_count(1)
    expect(desk.page.get_by_role("link", name="Ver resultado de cada documento")).to_be_visible()
    for letter in letters:
        kept = clerk.ask("GET", f"/processes/{process}/documents/{letter}")
        assert len(kept["signatures"]) == 1
        assert kept["locked"]
    desk.button("Voltar à árvore").click()
    expect(desk.page.get_by_role("tree")).to_be_visible()
