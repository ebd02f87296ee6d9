"""Narrowing the history on the screen, and going from an entry to what it speaks of (PRO-27, features.md §1.5)."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation


def test_history_of_the_signatures_alone_leads_to_the_document_that_was_signed(
    sit: Callable[..., Desk], installation: Installation
) -> None:
    clerk = installation.caller("ana.lima")
    process = clerk.start("Poda de árvore na Praça Exaltação")["id"]
    draft = clerk.write(process)["id"]
    clerk.sign(process, draft)
    desk = sit("ana.lima")
    desk.go(f"/processo/{process}")
    page = desk.page
    entries = page.locator(".history-entry")
    expect(entries).to_have_count(3)
    page.get_by_text("Filtrar andamento").click()
    page.get_by_label("Assunto").select_option("Assinaturas")
    page.get_by_role("button", name="Filtrar", exact=True).click()
    expect(entries).to_have_count(1)
    expect(entries).to_contain_text("Assinado Documento")
    expect(page).to_have_url(re.compile("sobre=signatures"))
    entries.get_by_role("link", name="Abrir documento").click()
    expect(page).to_have_url(re.compile(f"/documento/{draft}.*sobre=signatures"))
    page.get_by_role("button", name="Limpar filtro").click()
    expect(entries).to_have_count(3)
