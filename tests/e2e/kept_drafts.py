"""What the browser holds of texts not sent yet, as who sits down at the computer next could read it (ASVS 14.3.3)."""

from playwright.sync_api import Page

_LEAVE = "fetch('/api/sessions/current', {method: 'DELETE'}).then((answer) => answer.status)"
#: All that the drafts' store holds, byte for byte, as text.
_KEPT_HERE = """async () => {
  const names = (await indexedDB.databases()).map((one) => one.name).filter((name) => name.includes('drafts'))
  const told = []
  for (const name of names) {
    const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result) })
    const database = await done(indexedDB.open(name))
    for (const one of await done(database.transaction('copies').objectStore('copies').getAll())) {
      told.push(JSON.stringify(one), new TextDecoder('latin1').decode(one.text))
    }
    database.close()
  }
  return told.join('\\n')
}"""


def leave(page: Page) -> None:
    """End the session, from any page of the site."""
    assert page.evaluate(_LEAVE) == 204


def kept_here(page: Page) -> str:
    """Everything in the store of drafts: names, and contents byte for byte as text."""
    return page.evaluate(_KEPT_HERE)
