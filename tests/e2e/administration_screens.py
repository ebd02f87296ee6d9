"""Screens and dialogs of the administration, as ``screens`` lists them (ACC-05 to ACC-16)."""

from collections.abc import Callable

from playwright.sync_api import Locator

from tests.e2e.desk import Desk
from tests.e2e.scene import Scene
from tests.e2e.services_steps import PLACES_OF_SERVICES

ADMINISTRATOR = "gustavo.leal"
USERS, USER = "/administracao/usuarios", "/administracao/usuario?login=helena.prado"


def titled(words: str, *buttons: str) -> Callable[[Desk, Scene], Locator]:
    """The page with this title; then what each button opens."""

    def look(desk: Desk, _: Scene) -> Locator:
        title = desk.page.get_by_role("heading", name=words, level=1)
        title.wait_for()
        for button in buttons:
            desk.page.get_by_role("button", name=button).first.click()
        return desk.dialog if buttons else title

    return look


def copied_unit(desk: Desk, scene: Scene) -> Locator:
    """What copying a unit's permissions would give; nothing is written."""
    titled("Usuários", "Copiar entre unidades")(desk, scene)
    desk.choose("Da unidade", "semad/rh", "SEMAD/RH")
    desk.choose("Para a unidade", "gab/cer", "GAB/CER")
    desk.dialog.get_by_role("button", name="Conferir antes de copiar").click()
    desk.dialog.get_by_role("row").filter(has_text="Marina").get_by_text("em GAB/CER").wait_for()
    return desk.dialog


def table(name: str) -> str:
    return f"/administracao/tabelas/{name}"


#: (name, path, steps)
PLACES = (
    ("administracao-usuarios", USERS, titled("Usuários")),
    ("administracao-novo-usuario", USERS, titled("Usuários", "Novo usuário")),
    ("administracao-copiar-unidade", USERS, copied_unit),
    ("administracao-usuario", USER, titled("Helena Prado de Azevedo")),
    ("administracao-dar-permissao", USER, titled("Helena Prado de Azevedo", "Dar permissão")),
    ("administracao-copiar", USER, titled("Helena Prado de Azevedo", "Copiar de outra pessoa")),
    ("administracao-bloquear", USER, titled("Helena Prado de Azevedo", "Bloquear")),
    ("administracao-unidades", table("units"), titled("Unidades")),
    ("administracao-novo-tipo", table("process-types"), titled("Tipos de processo", "Novo tipo de processo")),
    ("administracao-novo-perfil", table("profiles"), titled("Perfis do município", "Novo perfil")),
    (
        "administracao-controle",
        table("control-criteria"),
        titled("Controle interno", "Novo critério de controle interno"),
    ),
    ("administracao-email", table("mail-templates"), titled("E-mails do sistema", "Alterar")),
    ("administracao-desativar", table("priorities"), titled("Prioridades legais", "Desativar")),
    ("administracao-planilha", "/administracao/planilhas/users", titled("Usuários em planilha")),
    ("administracao-quem-pode", "/administracao/perfis", titled("Quem pode o quê")),
    ("administracao-historico", "/administracao/historico", titled("Histórico do cadastro")),
    ("administracao-implantacao", "/administracao/implantacao", titled("Implantação")),
    ("administracao-voltar", "/administracao/implantacao", titled("Implantação", "Voltar à implantação")),
    *PLACES_OF_SERVICES,
)
