"""axe-core on the screen as it is, in each theme: the rules of WCAG 2.2 A/AA and the best practices."""

from typing import Any

from playwright.sync_api import Frame, Page

from infra.local import pages

SOURCE = pages.WEB / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES = ("light", "dark", "contrast")
PUBLIC_SCHEMES = ("light", "dark")
RUN = """async ([source, tags]) => {
  if (!window.axe) eval(source)
  const { violations } = await window.axe.run(document, {
    runOnly: tags, resultTypes: ['violations'], iframes: false,
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id} ${target.join(' ')}: ${failureSummary.replaceAll(/\\s+/g, ' ')}`))
}"""

# Two frames drawn in the new theme before it is judged.
WEAR = """theme => new Promise((drawn) => {
  delete document.documentElement.dataset.theme
  requestAnimationFrame(() => {
    document.documentElement.dataset.theme = theme
    requestAnimationFrame(() => requestAnimationFrame(drawn))
  })
})"""


def violations(place: Page | Frame) -> list[str]:
    """One line per element that breaks a rule."""
    found: Any = place.evaluate(RUN, [SOURCE.read_text(), TAGS])
    return list(found)


def violations_by_theme(page: Page) -> dict[str, list[str]]:
    """What each theme breaks; themes that break nothing are left out."""
    found = {}
    for theme in THEMES:
        page.evaluate(WEAR, theme)
        found[theme] = violations(page)
    return {theme: broken for theme, broken in found.items() if broken}
