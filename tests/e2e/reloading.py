"""What a screen shows after it is loaded again: where one was, which tab, which filter, which document (issue 6 §1)."""

from playwright.sync_api import Page

# What one chose on the screen itself. A window open over it is begun again, as are a form that was not sent and a
# choice of rows to act on, which would be dangerous to take up again unseen; the tools of a text say where one stands.
STANDING = """() => {
  const words = (one) => (one?.innerText ?? '').trim().replaceAll(/\\s+/g, ' ').slice(0, 60)
  const over = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=toolbar], .popover, header.header'
  const apart = (one) => !one.closest(over) && one.checkVisibility()
  const all = (selector) => [...document.querySelectorAll(selector)].filter(apart)
  const named = (one) => one.getAttribute('href') ?? words(one)
  const chosen = all('[aria-selected=true], [aria-current]:not([aria-current=false]), [aria-pressed=true]')
  const kinds = 'main select, main input[type=radio], main input[type=search]'
  const said = (one) => (one.type === 'radio' ? one.checked && one.value : one.value)
  const filters = all(kinds).filter((one) => said(one) && !one.closest('form'))
  const told = [
    location.href.replace(/#$/, ''),
    ...all('main h1').map((one) => `título ${words(one)}`),
    ...chosen.filter((one) => one.role !== 'row').map((one) => `escolhido ${one.role ?? ''} ${named(one)}`),
    ...filters.map((one) => `filtro ${words(one.labels?.[0]) || one.ariaLabel} ${said(one)}`),
  ]
  return told.sort()
}"""
PATIENCE_MS = 10_000
STEP_MS = 100


def settled(page: Page) -> list[str]:
    """What stands there once it stands still: a list draws its lines a moment after its size changed."""
    now: list[str] = page.evaluate(STANDING)
    for _ in range(PATIENCE_MS // STEP_MS):
        last = now
        page.wait_for_timeout(STEP_MS)
        now = page.evaluate(STANDING)
        if now == last:
            break
    return now


def lost(page: Page) -> list[str]:
    """What is no longer so, or only then so, after the screen was loaded again."""
    before = settled(page)
    page.reload()
    after: list[str] = []
    for _ in range(PATIENCE_MS // STEP_MS):
        after = page.evaluate(STANDING)
        if after == before:
            return []
        page.wait_for_timeout(STEP_MS)
    gone = [f"não está mais: {one}" for one in before if one not in after]
    return gone + [f"só agora: {one}" for one in after if one not in before] or after
