"""What sticks out of a screen 320 pixels wide, as a telephone shows it or a computer at 400 % (WCAG 1.4.10)."""

from typing import Any

from playwright.sync_api import Page

NARROW = {"width": 320, "height": 640}
# Tables, the tree and PDF pages scroll inside themselves, never the page. Two frames are drawn before it is judged.
STICKING_OUT = """() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => {
  const width = document.documentElement.clientWidth
  return document.documentElement.scrollWidth > width
    ? [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest('.table-scroll'))
        .slice(0, 5).map((one) => one.tagName + '.' + one.className)
    : []
})"""


def sticking_out(page: Page) -> list[str]:
    """The first elements that make the page scroll sideways; the screen is wide again afterwards."""
    wide: Any = page.viewport_size
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    try:
        return list(page.evaluate(STICKING_OUT))
    finally:
        page.set_viewport_size(wide)
