"""A person at a computer: the acts of the screens, said as a clerk would say them."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from infra.local.stack import PASSWORD

NUP = re.compile(r"\d{5}\.\d{6}[/]\d{4}-\d{2}")
ENTER = """async ([login, password]) => {
  const answer = await fetch('/api/sessions', { method: 'POST', body: JSON.stringify({ login, password }),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() } })
  if (!answer.ok) throw new Error(await answer.text())
}"""

SELECT = """(text, words) => {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.data.indexOf(words)
    if (start < 0) continue
    getSelection().setBaseAndExtent(node, start, node, start + words.length)
    node.parentElement.scrollIntoView({ block: 'center' })
    // The editor hears of it now, not when the browser gets round to saying so: the next key may come first.
    document.dispatchEvent(new Event('selectionchange'))
    return true
  }
  return false
}"""

#: Keys move the cursor; a busy browser may say so after the next key, which would then replace what was selected.
HEARD = "() => { document.dispatchEvent(new Event('selectionchange')) }"


@dataclass(frozen=True, slots=True)
class Desk:
    """``login``: who sits here."""

    page: Page
    site: str
    login: str

    # Coming in

    def arrive(self) -> None:
        """Inside, without the login screen: for the tests that are about something else."""
        self.page.goto(f"{self.site}/favicon.svg")
        self.page.evaluate(ENTER, [self.login, PASSWORD])

    def enter(self, password: str = PASSWORD) -> None:
        self.field("Usuário").fill(self.login)
        self.field("Senha").fill(password)
        self.button("Entrar").click()

    def go(self, path: str) -> None:
        self.page.goto(self.site + path)

    def open_process(self, process: str, document: str | None = None) -> None:
        self.go(f"/processo/{process}" + (f"/documento/{document}" if document else ""))
        expect(self.tree).to_be_visible()

    def edit(self, process: str, document: str) -> None:
        self.go(f"/processo/{process}/documento/{document}/editar")
        expect(self.text).to_be_visible()

    def edit_form(self, process: str, document: str) -> None:
        self.go(f"/processo/{process}/documento/{document}/editar")
        expect(self.button("Salvar e terminar depois")).to_be_visible()

    # What is on the screen

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=name, exact=True)

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(label, exact=True)

    def heading(self, name: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("heading", name=name)

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    @property
    def tree(self) -> Locator:
        return self.page.get_by_role("tree").or_(self.page.get_by_text("Nenhum documento ainda."))

    @property
    def text(self) -> Locator:
        """The page being written."""
        return self.page.get_by_role("textbox", name=re.compile("^Texto do documento"))

    @property
    def paper(self) -> Locator:
        """The page being read."""
        return self.page.frame_locator("iframe").locator("body")

    def notice(self, words: str | re.Pattern[str]) -> Locator:
        """A passing message, an alert or a note on the state of things."""
        return self.page.get_by_text(words).first

    def row(self, nup: str) -> Locator:
        return self.page.get_by_role("row").filter(has_text=nup)

    def history(self) -> list[str]:
        return self.page.locator(".history-entry > p:first-child").all_inner_texts()

    # Acts

    def choose(self, label: str, typed: str, option: str | re.Pattern[str]) -> None:
        """Types in a box with suggestions and takes one of them."""
        box = self.page.get_by_role("combobox", name=re.compile(f"^{label}"))
        box.fill(typed)
        self.page.get_by_role("listbox").get_by_role("option", name=option).click()

    def write(self, words: str, after: str) -> None:
        """Puts the cursor at the end of the paragraph that says ``after`` and writes a new one."""
        self.select(after)
        self.page.keyboard.press("ArrowRight")
        self.page.keyboard.press("End")
        self.text.evaluate(HEARD)
        self.page.keyboard.press("Enter")
        self.page.keyboard.insert_text(words)

    def rewrite(self, old: str, new: str) -> None:
        self.select(old)
        self.page.keyboard.insert_text(new)

    def select(self, words: str) -> None:
        """Drags the mouse over the words."""
        self.text.focus()
        found = self.text.evaluate(SELECT, words)
        assert found, f"{words!r} não está no texto"

    def fill_date(self, label: str, date: str) -> None:
        """``date`` as dd/mm/aaaa, typed without the bars."""
        day = self.page.get_by_role("group", name=re.compile(f"^{label}")).get_by_role("spinbutton").first
        day.click()
        self.page.keyboard.type(date.replace("/", ""))

    def sign(self, password: str = PASSWORD) -> None:
        """In the dialog that is open."""
        self.dialog.get_by_label(re.compile("^Sua senha")).fill(password)
        self.dialog.get_by_role("button", name="Assinar", exact=True).click()
