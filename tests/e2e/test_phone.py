"""Reading, receiving, writing a short dispatch and signing it on a phone, by touch (PRO-10, DOC-03, DOC-10)."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, ViewportSize, expect

from infra.local.stack import PASSWORD
from tests.e2e.caller import Caller
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation
from tests.e2e.narrow import STICKING_OUT
from tests.e2e.pictures import Album
from tests.e2e.waiting import wait_until

SCREEN: ViewportSize = {"width": 360, "height": 740}
PHONE = {"viewport": SCREEN, "has_touch": True, "is_mobile": True}
#: What the keyboard of the phone leaves of the page, which asks to be made smaller by it (``interactive-widget``).
OVER_KEYBOARD: ViewportSize = {"width": 360, "height": 400}
LEAST_PIXELS = 24
DISPATCH = {
    "Ciente do que consta dos autos.": "Nada a opor à poda, observado o período de chuvas.",
    "[unidade de destino]": "SEMAD/PROT",
    "[manifestação, providência ou decisão]": "ciência ao interessado",
    "[número]": "10",
}
#: A notice that stays as long as it is looked at, and how far above the bottom what confirms then ends.
NOTICE_THAT_STAYS = "document.body.append(Object.assign(document.createElement('div'), { className: 'toast' }))"
ABOVE_BOTTOM = "(actions) => innerHeight - actions.getBoundingClientRect().bottom"
#: Where the middle of a control is, whether it is what a finger there meets, and its size.
UNDER_FINGER = """(control) => {
  const { x, y, width, height } = control.getBoundingClientRect()
  const met = document.elementFromPoint(x + width / 2, y + height / 2)
  const inside = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight
  const notice = met?.closest('.toasts')
  const covered = Boolean(notice && !notice.contains(control))
  const by = met?.outerHTML.slice(0, 200)
  return { inside, covered, met: control.contains(met) || met?.contains(control) || false, width, height, by }
}"""


def touch(desk: Desk, control: Locator) -> None:
    """With a finger, that finds the whole control in sight and large enough; the page never moves sideways."""
    control.scroll_into_view_if_needed()
    touch_in_sight(desk, control)


def touch_in_sight(desk: Desk, control: Locator) -> None:
    """The same, without scrolling for it; a notice that came meanwhile is put away first or goes by itself."""
    expect(control).to_be_in_viewport(ratio=1)
    wait_until(lambda: uncovered(desk, control), "o controle à vista do dedo")
    found = control.evaluate(UNDER_FINGER)
    assert found["inside"], (control, found)
    assert found["met"], (control, found)
    assert min(found["width"], found["height"]) >= LEAST_PIXELS, (control, found)
    control.tap()
    assert desk.page.evaluate(STICKING_OUT) == [], control


def uncovered(desk: Desk, control: Locator) -> bool:
    """Whether a finger meets it; a notice over it is closed."""
    found = control.evaluate(UNDER_FINGER)
    if found["covered"]:
        put_notices_away(desk)
    return bool(found["met"])


def put_notices_away(phone: Desk) -> None:
    """A notice stands at the top, where nothing is confirmed, for some seconds or until it is closed."""
    notices = phone.page.get_by_role("region", name="Avisos do sistema").get_by_role("button", name="Fechar")
    while notices.count():
        touch_in_sight(phone, notices.first)


@pytest.fixture
def phone(new_context: Callable, installation: Installation) -> Desk:
    """Of somebody who was here before, and so is told when (ACC-01)."""
    installation.caller("juliana.rocha")
    return Desk(new_context(**PHONE).new_page(), installation.site, "juliana.rocha")


@pytest.fixture
def clerk(installation: Installation) -> Caller:
    return installation.caller("ana.lima")


def test_whoever_has_only_a_phone_receives_reads_writes_a_dispatch_and_signs_it(
    phone: Desk, clerk: Caller, album: Album
) -> None:
    process = clerk.start("Poda da figueira da Praça Nóbrega")
    letters = [clerk.write(process["id"], "oficio")["id"] for _ in range(2)]
    for letter in letters:
        clerk.sign(process["id"], letter)
    clerk.send(process["id"], "semurb-alv")
    come_in_and_receive(phone, process["nup"])
    read_one_after_the_other(phone)
    album.loose(phone.page, "celular-ler")
    ask_for_help(phone)
    write_a_dispatch(phone)
    album.loose(phone.page, "celular-escrever")
    sign_over_the_keyboard(phone)
    written = clerk.ask("GET", f"/processes/{process['id']}/documents")["items"][-1]["id"]
    assert len(clerk.read(process["id"], written)["signatures"]) == 1


def test_what_confirms_stays_at_the_bottom_while_a_notice_stands_above(phone: Desk, clerk: Caller) -> None:
    """Issue 6 §7: nothing of a long window shows below its buttons."""
    process = clerk.start("Poda da amendoeira da Praça da Matriz")
    clerk.send(process["id"], "semurb-alv")
    come_in_and_receive(phone, process["nup"])
    put_notices_away(phone)
    touch(phone, phone.button("Enviar"))
    phone.page.set_viewport_size(OVER_KEYBOARD)
    actions = phone.dialog.locator(".dialog-actions")
    expect(actions).to_be_in_viewport(ratio=1)
    before = actions.evaluate(ABOVE_BOTTOM)
    phone.page.evaluate(NOTICE_THAT_STAYS)
    assert actions.evaluate(ABOVE_BOTTOM) == before == 0


def come_in_and_receive(phone: Desk, nup: str) -> None:
    phone.go("/")
    touch(phone, phone.field("Usuário"))
    phone.page.keyboard.type(phone.login)
    touch(phone, phone.field("Senha"))
    phone.page.keyboard.type(PASSWORD)
    touch(phone, phone.button("Entrar"))
    touch(phone, phone.row(nup).get_by_role("link"))
    expect(phone.notice("Recebido agora por você nesta unidade.")).to_be_visible()


def read_one_after_the_other(phone: Desk) -> None:
    """Each document comes into sight, also the one that was open before."""
    letters = phone.page.get_by_role("treeitem", name=re.compile("^Ofício"))
    expect(letters).to_have_count(2)
    for place in (0, 1, 1):
        title = letters.nth(place).locator(".tree-name").inner_text()
        touch(phone, letters.nth(place))
        expect(phone.heading(f"{title} (")).to_be_in_viewport(ratio=1)
        expect(phone.page.locator("iframe")).to_be_in_viewport()
        expect(phone.paper).to_contain_text("assinado eletronicamente por Ana Carolina Lima")
        touch_in_sight(phone, phone.button("Documentos"))
    touch_in_sight(phone, phone.button("Andamento"))
    expect(phone.page.get_by_text("Processo recebido na unidade").first).to_be_in_viewport()


def ask_for_help(phone: Desk) -> None:
    put_notices_away(phone)
    touch(phone, phone.button("Ajuda"))
    panel = phone.page.locator(".help-panel")
    expect(panel.get_by_role("heading").first).to_be_in_viewport()
    touch_in_sight(phone, panel.get_by_role("button", name="Fechar"))
    expect(panel).to_have_count(0)


def write_a_dispatch(phone: Desk) -> None:
    touch(phone, phone.button("Incluir documento"))
    touch(phone, phone.field("Procurar tipo"))
    phone.page.keyboard.type("despacho")
    touch(phone, phone.page.get_by_role("link", name=re.compile("^Despacho")).first)
    touch_in_sight(phone, phone.button("Criar e escrever"))
    expect(phone.text).to_be_visible()
    for blank, words in DISPATCH.items():
        phone.rewrite(blank, words)
        expect(phone.text.get_by_text(words).first).to_be_in_viewport()
    tools = phone.page.get_by_role("toolbar", name="Formatação")
    bars, text = tools.bounding_box(), phone.text.bounding_box()
    assert bars
    assert text
    assert bars["y"] + bars["height"] <= text["y"], "the tools cover the text"
    touch(phone, tools.get_by_role("button", name=re.compile("^Negrito")))
    touch(phone, phone.button("Salvar"))
    expect(phone.page.get_by_text(re.compile(r"^Salvo às \d{2}:\d{2}"))).to_be_visible()


def sign_over_the_keyboard(phone: Desk) -> None:
    touch(phone, phone.button("Assinar"))
    confirm = phone.dialog.get_by_role("button", name="Assinar", exact=True)
    expect(confirm).to_be_in_viewport(ratio=1)
    phone.dialog.get_by_label("Cargo ou função").select_option(index=1)
    phone.page.set_viewport_size(OVER_KEYBOARD)
    password = phone.dialog.get_by_label(re.compile("^Sua senha"))
    touch(phone, password)
    phone.page.keyboard.type(PASSWORD)
    expect(password).to_be_in_viewport(ratio=1)
    touch_in_sight(phone, confirm)
    expect(phone.notice("Documento assinado.")).to_be_visible()
    phone.page.set_viewport_size(SCREEN)
    expect(phone.paper).to_contain_text("assinado eletronicamente por Juliana Rocha Andrade")
