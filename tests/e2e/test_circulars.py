"""DOC-19: a clerk makes one letter into one for each addressee, and finds them in the block."""

import re

from playwright.sync_api import expect


def test_letter_becomes_one_for_each_addressee_in_a_new_block(sit, installation):
    clerk = installation.caller("ana.lima")
    process = clerk.start("Convite às associações")["id"]
    letter = clerk.write(process, "oficio")["id"]
    desk = sit("ana.lima")
    desk.open_process(process, letter)
    desk.button("Outras ações do documento").click()
    desk.page.get_by_role("menuitem", name="Gerar circular…").click()
    for name in ("Associação da Praia Um", "Associação da Praia Dois"):
        desk.dialog.get_by_role("button", name="Cadastrar contato novo").click()
        desk.dialog.get_by_role("textbox", name=re.compile("^Nome")).fill(name)
        desk.dialog.get_by_label("E-mail (opcional)").fill("praia@example.com")
        desk.dialog.get_by_role("button", name="Cadastrar e incluir").click()
        expect(desk.dialog.get_by_role("listitem").filter(has_text=name)).to_be_visible()
    desk.dialog.get_by_role("button", name="Criar um bloco novo").click()
    desk.dialog.get_by_label(re.compile("^Descrição")).fill("Convites da orla")
    desk.dialog.get_by_role("button", name=re.compile("^Criar|^Salvar")).click()
    expect(desk.dialog.get_by_label(re.compile("^Bloco de assinatura")).locator("option:checked")).to_contain_text(
        "Convites da orla"
    )
    desk.dialog.get_by_role("button", name="Gerar 2 documentos").click()
    expect(desk.page.get_by_text(re.compile(r"Criado o documento \d+\. Está no bloco\."))).to_have_count(2)
