"""Users by spreadsheet: the report, the confirmation, the job, and the table on its way out (issue 5 §7)."""

import io
import uuid
from collections.abc import Callable

from openpyxl import Workbook, load_workbook
from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.pictures import Album

HEADING = ("Usuário", "Nome civil", "Órgão", "Unidade", "Perfil")


def xlsx(*rows: tuple[str, ...]) -> bytes:
    book = Workbook()
    for row in (HEADING, *rows):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_sheet_is_told_row_by_row_then_written_and_the_second_time_it_is_nothing_new(
    sit: Callable[..., Desk], installation: Installation, album: Album
) -> None:
    login = f"nilo.{uuid.uuid4().hex[:6]}"
    wrong = ("ruy.reis", "Ruy Reis", "PMU", "NENHUMA", "Básico")
    data = xlsx((login, "Nilo Novais", "PMU", "SEMAD/RH", "Básico"), wrong)
    desk = sit("gustavo.leal")
    desk.go("/administracao/usuarios")
    desk.page.get_by_role("link", name="Planilha").click()
    chosen = {"name": "usuarios.xlsx", "mimeType": "application/octet-stream", "buffer": data}
    desk.page.get_by_label("Planilha", exact=False).set_input_files(chosen)  # type: ignore[arg-type]
    desk.button("Conferir a planilha").click()
    expect(desk.page.get_by_role("row").filter(has_text="NENHUMA")).to_contain_text("não existe ou está desativado")
    expect(desk.page.get_by_role("table").get_by_text("Nilo Novais")).to_have_count(0)
    desk.page.get_by_label("Mostrar").select_option("all")
    expect(desk.page.get_by_role("row").filter(has_text="Nilo Novais")).to_contain_text("Novo")
    album.keep(desk.page, "administracao-planilha")
    desk.button("Gravar 1 linha").click()
    expect(desk.page.get_by_text("Cadastrado.")).to_be_visible(timeout=20_000)
    found = installation.caller("gustavo.leal").ask("GET", f"/administration/users/{login}")
    assert [(one["unit"], one["profile"]) for one in found["grants"]] == [("semad-rh", "basic")]
    desk.go("/administracao/planilhas/users")
    desk.page.get_by_label("Planilha", exact=False).set_input_files(chosen)  # type: ignore[arg-type]
    desk.button("Conferir a planilha").click()
    expect(desk.page.get_by_text("Nenhuma linha a gravar.")).to_be_visible()
    with desk.page.expect_download() as saved:
        desk.button("Baixar em XLSX").click()
    lines = list(load_workbook(io.BytesIO(saved.value.path().read_bytes())).worksheets[0].iter_rows(values_only=True))
    assert lines[0][:2] == ("Usuário", "Nome civil")
    assert any(line[0] == login for line in lines)
