"""What a citizen does on the page that checks documents (DOC-15)."""

from playwright.sync_api import Locator

from tests.e2e.desk import Desk
from tests.e2e.letters import received_pdf
from tests.e2e.scene import Scene


def typed_codes(desk: Desk, scene: Scene) -> Locator:
    verifier, crc = scene.codes
    desk.field("Código verificador").fill(verifier)
    desk.field("Código CRC").fill(crc)
    desk.button("Conferir").click()
    return desk.heading("Documento autêntico")


def proof_shown(desk: Desk, scene: Scene) -> Locator:
    typed_codes(desk, scene)
    desk.page.get_by_text("Prova técnica").first.click()
    return desk.page.get_by_text("Selo conferido neste aparelho").first


def strange_file(desk: Desk, _: Scene) -> Locator:
    strange = {"name": "recibo.pdf", "mimeType": "application/pdf", "buffer": received_pdf(["Recibo"])}
    desk.page.locator("#held").set_input_files(strange)
    return desk.page.get_by_role("alert")


def wrong_codes(desk: Desk, _: Scene) -> Locator:
    desk.button("Conferir").click()
    return desk.page.get_by_text("Digite o código verificador")
