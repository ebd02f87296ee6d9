"""Controls that are seen as a picture alone (web.md §6, principle 2: an icon only beside its word)."""

from playwright.sync_api import Page

# Words for screen readers alone are no words on the screen. Signs that go without: the arrow of a list, which belongs to
# its field; the × of what was chosen, beside its name; the formats of the editor and the pages of a PDF, as every
# word processor and reader shows them, each told by its title or to a screen reader.
WORDLESS = """() => {
  // What closes a menu for a screen reader is one point wide.
  const seen = (one) => one.offsetWidth !== 1 && one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const worded = (control) => {
    const walk = document.createTreeWalker(control, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const { parentElement, data } = walk.currentNode
      if (/[\\p{L}\\p{N}]/u.test(data) && seen(parentElement) && !parentElement.closest('.visually-hidden')) return true
    }
    return false
  }
  return [...document.querySelectorAll('button, a[href], summary, [role=button], [role=menuitem], [role=tab]')]
    .filter((one) => seen(one) && !one.closest('[aria-hidden=true], .visually-hidden, .combo-open, .chosen-remove, .tool, .pdf-sign, .skip'))
    .filter((one) => !worded(one))
    .map((one) => one.outerHTML.slice(0, 160))
}"""


def wordless(page: Page) -> list[str]:
    """The buttons and links that say nothing that can be read."""
    return list(page.evaluate(WORDLESS))
