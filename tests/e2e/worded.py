"""Controls that are seen as a picture alone (web.md §6, principle 2: an icon only beside its word)."""

from playwright.sync_api import Page

# Words for screen readers alone are no words on the screen; the arrow of a list belongs to the field beside it.
WORDLESS = """() => {
  const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const worded = (control) => {
    const walk = document.createTreeWalker(control, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const { parentElement, data } = walk.currentNode
      if (/[\\p{L}\\p{N}]/u.test(data) && seen(parentElement) && !parentElement.closest('.visually-hidden')) return true
    }
    return false
  }
  return [...document.querySelectorAll('button, a[href], summary, [role=button], [role=menuitem], [role=tab]')]
    .filter((one) => seen(one) && !one.closest('[aria-hidden=true], .visually-hidden, .combo-open, .skip'))
    .filter((one) => !worded(one))
    .map((one) => one.outerHTML.slice(0, 160))
}"""


def wordless(page: Page) -> list[str]:
    """The buttons and links that say nothing that can be read."""
    return list(page.evaluate(WORDLESS))
