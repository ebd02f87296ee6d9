"""axe-core on the screen as it is, in each theme: the rules of WCAG 2.2 A/AA and the best practices.

A theme is a set of colours and nothing else (web/src/ds/tokens.css), as web/test/ds/themes.test.ts keeps it: what does
not look at colours is judged once, in the first theme, and what does in every one.
"""

from typing import Any

from playwright.sync_api import Frame, Page

from infra.local import pages

SOURCE = pages.WEB / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES = ("light", "dark", "contrast")
PUBLIC_SCHEMES = ("light", "dark")
# Two frames are drawn in a new theme before it is judged.
RUN = """async ([source, tags, themes]) => {
  if (!window.axe) eval(source)
  const wear = (theme) => new Promise((drawn) => {
    delete document.documentElement.dataset.theme
    requestAnimationFrame(() => {
      document.documentElement.dataset.theme = theme
      requestAnimationFrame(() => requestAnimationFrame(drawn))
    })
  })
  const judged = []
  const ofColour = window.axe.getRules(['cat.color']).filter((rule) => rule.tags.some((tag) => tags.includes(tag)))
  const colours = { type: 'rule', values: ofColour.map(({ ruleId }) => ruleId) }
  for (const [place, theme] of themes.entries()) {
    if (theme) await wear(theme)
    const { violations } = await window.axe.run(document, {
      runOnly: place ? colours : tags, resultTypes: ['violations'], iframes: false,
    })
    judged.push(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
      `${id} ${target.join(' ')}: ${failureSummary.replaceAll(/\\s+/g, ' ')}`)))
  }
  return judged
}"""


def violations(place: Page | Frame) -> list[str]:
    """One line per element that breaks a rule."""
    return _judged(place, None)[0]


def violations_by_theme(page: Page) -> dict[str, list[str]]:
    """What each theme breaks; themes that break nothing are left out."""
    found = dict(zip(THEMES, _judged(page, *THEMES), strict=True))
    return {theme: broken for theme, broken in found.items() if broken}


def _judged(place: Page | Frame, *themes: str | None) -> list[list[str]]:
    found: Any = place.evaluate(RUN, [SOURCE.read_text(), TAGS, themes])
    return [list(broken) for broken in found]
