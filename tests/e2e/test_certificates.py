"""DOC-10, DOC-14, DOC-15: a letter signed with a certificate of this computer, through the deployed function."""

import re
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from playwright.sync_api import expect

from chalicelib.adapters.certificates.desk import roots
from chalicelib.adapters.certificates.verifying import Trust, verify
from tests.e2e.installation import Installation
from tests.e2e.waiting import wait_until
from tests.pki.authority import Authorities
from tests.pki.holders import Holder

SECRET = "senha-do-arquivo-7"


def file_of(pki: Authorities, holder: Holder) -> dict[str, object]:
    """As the authority hands it over: key, certificate and the authority above, under a password."""
    locked = BestAvailableEncryption(SECRET.encode())
    above = [pki.issuer.certificate]
    data = pkcs12.serialize_key_and_certificates(b"certificado", holder.key, holder.certificate, above, locked)
    return {"name": "ana.pfx", "mimeType": "application/x-pkcs12", "buffer": data}


@pytest.fixture(scope="module")
def offered(installation: Installation, pki: Authorities):
    """The site knows by now that the city takes certificates."""
    caller = installation.caller("ana.lima")
    wait_until(lambda: len(caller.ask("GET", "/me")["signing_methods"]) >= 2, "certificado oferecido")
    return caller


def test_clerk_signs_with_a_certificate_that_never_leaves_the_computer(
    sit, offered, installation: Installation, pki: Authorities, album
):
    process = offered.start("Contrato de locação")["id"]
    letter = offered.write(process, "oficio")["id"]
    desk = sit("ana.lima")
    sent: list[bytes] = []
    desk.page.on("request", lambda one: sent.append(one.post_data_buffer or b""))
    desk.open_process(process, letter)
    desk.button("Assinar").click()
    desk.dialog.get_by_label("Cargo ou função").select_option("Agente de Protocolo")
    desk.dialog.get_by_role("radio", name="Com certificado digital").check()
    certificate = file_of(pki, pki.ana)
    desk.dialog.get_by_label(re.compile("^Arquivo do certificado")).set_input_files(certificate)
    desk.dialog.get_by_label(re.compile("^Senha do certificado")).fill("outra")
    album.keep(desk.page, "assinar-com-certificado")
    desk.dialog.get_by_role("button", name="Assinar", exact=True).click()
    expect(desk.dialog).to_contain_text("A senha do certificado não confere")
    desk.dialog.get_by_label(re.compile("^Senha do certificado")).fill(SECRET)
    desk.dialog.get_by_role("button", name="Assinar", exact=True).click()
    expect(desk.notice("Documento assinado.")).to_be_visible()
    expect(desk.paper).to_contain_text("com certificado digital da ICP-Brasil")
    key = pki.ana.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    for body in sent:
        assert SECRET.encode() not in body
        assert key[40:72] not in body
        assert certificate["buffer"][:64] not in body  # type: ignore[index]
    pdf = signed_file(offered, process, letter)
    lists = [pki.root.revocations(), pki.issuer.revocations()]
    trust = Trust(roots(pki.trusted), lists, datetime.now(UTC))
    # The browser's own loop runs in this thread.
    with ThreadPoolExecutor(1) as beside:
        (made,) = beside.submit(verify, pdf, trust).result()
    assert made.certificate == pki.ana.der
    assert made.timestamp is not None
    check_in_public(desk, installation, pdf)


def signed_file(caller, process: str, letter: str) -> bytes:
    found = caller.ask("GET", f"/processes/{process}/documents/{letter}/signatures")
    with urllib.request.urlopen(found["signed_file"]["url"]) as answer:
        data: bytes = answer.read()
    return data


def check_in_public(desk, installation: Installation, pdf: bytes) -> None:
    page = desk.page
    page.goto(f"{installation.site}/publico.html")
    held = page.get_by_role("region", name="Ou confira pelo arquivo")
    held.get_by_label("Escolher arquivo PDF").set_input_files(
        {"name": "contrato.pdf", "mimeType": "application/pdf", "buffer": pdf}
    )
    expect(page.get_by_role("heading", name="Documento autêntico")).to_be_visible()
    expect(page.get_by_text("O seu arquivo é idêntico ao documento registrado.")).to_be_visible()
    expect(page.get_by_text("Assinatura qualificada, com certificado digital da ICP-Brasil.")).to_be_visible()
    expect(page.get_by_text(re.compile("emitido por AC de Prova"))).to_be_visible()
    expect(page.get_by_text(re.compile("^Carimbo do tempo"))).to_be_visible()
