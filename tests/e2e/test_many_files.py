"""DOC-08: twenty files with one drop and one screen become twenty documents, in the order chosen."""

import base64
import re

import pytest
from playwright.sync_api import expect

from tests.e2e.caller import Caller
from tests.e2e.desk import Desk
from tests.e2e.letters import received_pdf

pytestmark = pytest.mark.timeout(300)

DROP = """([names, data]) => {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
  const files = new DataTransfer()
  names.forEach((name, n) => files.items.add(new File([bytes, `%${n}\\n%%EOF\\n`], name, { type: 'application/pdf' })))
  const place = document.querySelector('.upload-drop')
  for (const type of ['dragenter', 'dragover', 'drop'])
    place.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }))
}"""


def dropped(desk: Desk, names: list[str]) -> None:
    """All at once, as from a folder; each with bytes of its own."""
    desk.page.evaluate(DROP, [names, base64.b64encode(received_pdf(["Recebido"], 1)).decode()])


def test_twenty_files_with_one_drop_and_one_screen_become_twenty_documents(new_context, installation, album):
    process = installation.caller("ana.lima").start("Loteamento do Itaguá: vinte plantas")["id"]
    desk = Desk(new_context().new_page(), installation.site, "ana.lima")
    desk.arrive()
    desk.go(f"/processo/{process}/incluir?modo=arquivo")
    expect(desk.page.get_by_text("Arraste os arquivos para cá")).to_be_visible()
    names = [f"planta {number} 02-03-2026.pdf" for number in (*range(20, 2, -1), 1)] + [
        "rg do requerente.pdf"
    ]
    dropped(desk, names)
    files = desk.page.get_by_role("list", name="Arquivos", exact=True)
    expect(files.get_by_text("Aceito", exact=True)).to_have_count(20, timeout=120_000)

    desk.button("Pôr em ordem pelo nome do arquivo").click()
    # The identity document came last by its name, and is wanted first but one.
    for _ in range(18):
        desk.button("Subir: rg do requerente.pdf").click()
    rows = files.get_by_role("listitem")
    expect(rows.nth(1)).to_contain_text("rg do requerente.pdf")
    assert rows.nth(1).get_by_label(re.compile("^Tipo")).input_value() == "documento-pessoal"
    assert rows.nth(0).get_by_label(re.compile("^Tipo")).input_value() == "planta"
    rows.nth(0).get_by_label("Nome na lista").fill("geral")
    desk.page.get_by_role("region", name="Dados iguais para todos os arquivos").get_by_label(
        re.compile("^Observações")
    ).fill("Recebido no balcão")
    album.keep(desk.page, "vinte-arquivos")
    desk.button("Incluir 20 documentos").click()

    expect(desk.page.get_by_role("treeitem")).to_have_count(20, timeout=60_000)
    documents_are_in_the_order_chosen(installation.caller("ana.lima"), process)


def documents_are_in_the_order_chosen(clerk: Caller, process: str) -> None:
    tree = clerk.ask("GET", f"/processes/{process}/documents")["items"]
    assert [one["order"] for one in tree] == list(range(1, 21))
    documents = [clerk.read(process, one["id"]) for one in tree]
    wanted = [
        "planta 1 02-03-2026.pdf",
        "rg do requerente.pdf",
        *(f"planta {n} 02-03-2026.pdf" for n in range(3, 21)),
    ]
    assert [one["metadata"]["file_name"] for one in documents] == wanted
    assert documents[0]["title"] == "Planta ou projeto geral"
    assert {one["metadata"]["remark"] for one in documents} == {"Recebido no balcão"}
    assert {one["metadata"]["date"] for one in documents[2:]} == {"2026-03-02"}
    assert len({one["digest"] for one in documents}) == 20
