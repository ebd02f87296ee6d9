"""Counting what a person does, as the browser hears it: the measure of how much work a screen makes (web.md §6).

One action is a press of the mouse, a single key, or a text written in one field with the Enter that ends it.
"""

from playwright.sync_api import Page

SCRIPT = """() => {
  if (window !== window.top || window.counted) return
  window.counted = true
  const kept = sessionStorage
  const add = (what) => kept.setItem(what, Number(kept.getItem(what) ?? 0) + 1)
  const fields = 'input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]'
  const writes = (place) => place instanceof HTMLElement && place.matches(fields)
  let written = null
  const end = () => { if (written) { add('actions'); written = null } }
  addEventListener('pointerdown', (event) => { if (event.isTrusted) { end(); add('actions'); add('presses') } }, true)
  addEventListener('keydown', (event) => {
    if (!event.isTrusted || ['Control', 'Shift', 'Alt'].includes(event.key)) return
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey
    if (writes(event.target) && plain && (event.key.length === 1 || event.key === 'Backspace')) {
      if (written !== event.target) end()
      written = event.target
    } else if (written && event.key === 'Enter') end()
    else { end(); add('actions') }
  }, true)
  addEventListener('load', () => add('loads'))
}"""
READ = "what => Number(sessionStorage.getItem(what) ?? 0)"


class Counted:
    """What was done in the page from here on. ``presses``: of the mouse, a finger or a pen, however they came."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.add_init_script(f"({SCRIPT})()")
        page.evaluate(f"({SCRIPT})")
        page.evaluate("() => ['actions', 'presses', 'loads'].forEach(what => sessionStorage.removeItem(what))")

    @property
    def actions(self) -> int:
        return self._read("actions")

    @property
    def presses(self) -> int:
        return self._read("presses")

    @property
    def loads(self) -> int:
        return self._read("loads")

    def _read(self, what: str) -> int:
        return int(self._page.evaluate(READ, what))
