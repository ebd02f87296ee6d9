"""Controls that are seen as a picture alone (web.md §6, principle 2: an icon only beside its word)."""

from playwright.sync_api import Page

# The arrow of a field with suggestions is a part of the field, as that of any list of the browser: the field's label is
# its word, and writing does the same. A word has two letters or more, or is a number. What only a screen reader meets
# is no word on the screen, and no control on it either: React Aria closes its windows for them by buttons unseen.
WORDLESS = """() => {
  const clipped = (one) => {
    const { clip, clipPath } = getComputedStyle(one)
    return clip.startsWith('rect(0') || clipPath === 'inset(50%)' || one.offsetWidth === 1
  }
  const shown = new Map()
  const seen = (one) => {
    if (one === null || one === document.documentElement) return true
    if (!shown.has(one)) shown.set(one, !clipped(one) && seen(one.parentElement))
    return shown.get(one) && one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  }
  const worded = (control) => {
    const walk = document.createTreeWalker(control, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const { parentElement, data } = walk.currentNode
      if (/\\p{L}{2}|\\p{N}/u.test(data) && seen(parentElement)) return true
    }
    return false
  }
  return [...document.querySelectorAll('button, a[href], summary, [role=button], [role=menuitem], [role=tab]')]
    .filter((one) => seen(one) && !one.closest('[aria-hidden=true], .combo-open:not(.date-open)') && !worded(one))
    .map((one) => one.outerHTML.slice(0, 160))
}"""


def wordless(page: Page) -> list[str]:
    """The buttons and links that say nothing that can be read."""
    return list(page.evaluate(WORDLESS))
