/**
 * Runs before the application is there: what the address needs (who is here, the list, the process, the code and the
 * style of the screen) is asked for at once, not when the application has come and been read. A plain script of its
 * own, which `scripts/early.ts` puts into the page, with the list of the screens in the place of `SCREENS`.
 */
;(() => {
  const [, home = '', path] = /^(\/ambiente\/[a-z0-9-]+(?=\/|$))?(.*)$/.exec(location.pathname)
  const screen = SCREENS.find(({ address }) => new RegExp(address).test(path))
  if (!screen) return
  // Few and small, and what everything waits for: before the files.
  const [, process, text] = /^\/processo\/([^/]+)(?:\/documento\/([^/]+))?/.exec(path) ?? []
  // As `api/client.ts` asks: it takes each of these answers once, and asks for what is not here.
  const init = { headers: { Accept: 'application/json' }, credentials: 'same-origin', cache: 'no-store' }
  window.early = new Map()
  for (const ask of [...screen.asks, ...(screen.asksWith?.[location.search] ?? [])]) {
    if (ask.includes('{text}') && !text) continue
    const url = `${home}/api${ask.replace('{process}', process).replace('{text}', text)}`
    const answer = fetch(url, init)
    answer.catch(() => undefined)
    window.early.set(url, answer)
  }
  for (const href of screen.files) {
    const style = href.endsWith('.css')
    const link = Object.assign(document.createElement('link'), { crossOrigin: '', rel: style ? 'preload' : 'modulepreload' })
    if (style) link.as = 'style'
    link.href = href
    document.head.append(link)
  }
})()
