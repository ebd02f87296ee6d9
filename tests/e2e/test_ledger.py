"""Issue 5 §4 in the browser: a citizen reads the public ledger, keeps a head, and checks a process with it offline."""

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.e2e.installation import Installation
from tests.e2e.waiting import wait_until
from verifier.__main__ import WHOLE, main


def test_citizen_keeps_a_head_and_the_export_of_a_process_holds_against_it(
    installation: Installation, browser: Browser, computer, album, tmp_path: Path, capsys
):
    caller = installation.caller("ana.lima")
    process = caller.start("Poda de árvore, para o registro público")["id"]

    def export():
        return caller.ask("GET", f"/processes/{process}/export")

    def proven():
        # The history gets there by itself; the hour is ours.
        installation.invoke("sign-ledger")
        return export()["ledger"] is not None

    wait_until(proven, "o processo no registro público")
    page = computer(browser).new_page()
    page.goto(f"{installation.site}/publico.html")
    page.get_by_role("link", name=re.compile("^Registro público de atos")).click()
    expect(page.get_by_role("heading", name="Registro público de atos")).to_be_visible()
    own = page.get_by_role("article").filter(has_text="Prefeitura")
    expect(own.get_by_text("Assinatura do marco conferida neste aparelho.")).to_be_visible()
    album.keep(page, "96-registro-publico")
    with page.expect_download() as download:
        own.get_by_role("link", name=re.compile("^Baixar o marco")).click()
    kept, file = tmp_path / "marco.txt", tmp_path / "processo.json"
    download.value.save_as(kept)
    page.context.close()
    file.write_text(json.dumps(export()), encoding="utf-8")
    assert main([str(file), "--checkpoint", str(kept)]) == WHOLE
    assert "Registro público iperoig/ubatuba/pmu" in capsys.readouterr().out
