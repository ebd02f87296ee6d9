// What the crawler sees and does inside a page: the controls that can be pressed now, and what a press changed.
(() => {
  if (window.crawler || window !== window.top) return
  // States of being pointed at and focused: React Aria writes them for any press, also of what does nothing.
  const POINTED = new Set(['data-pressed', 'data-hovered', 'data-focused', 'data-focus-visible', 'data-focus-within',
    'data-focus-visible-within', 'tabindex', 'aria-activedescendant', 'aria-describedby', 'title'])
  const PRESSED = 'button, a[href], summary, input[type=checkbox], input[type=radio], [role=menuitem], [role=menuitemradio],'
    + ' [role=menuitemcheckbox], [role=tab], [role=switch], [role=treeitem]'
  const REPEATED = '[role=row], [role=treeitem], [role=option], li, tr, article'
  const PATIENCE_MS = 4000
  // React shows what it had to fetch a third of a second after it showed that it is fetching.
  const REVEALED_MS = 400
  const LAST_MS = 1500
  const UNTOLD = new Set(['screen', 'focus', 'scroll'])
  const state = { pending: 0, changed: 0, effects: [], refusals: [], errors: [], last: 0 }

  function effect(name) {
    state.changed += 1
    state.last = performance.now()
    if (!state.effects.includes(name)) state.effects.push(name)
  }

  const plainFetch = window.fetch
  window.fetch = async (input, init) => {
    const method = init?.method ?? input?.method ?? 'GET'
    const address = new URL(input?.url ?? input, location.href)
    effect(method === 'GET' ? 'request' : 'write')
    state.pending += 1
    try {
      const answer = await plainFetch(input, init)
      if (answer.status >= 400) {
        const told = await answer.clone().text()
        state.refusals.push({ status: answer.status, what: `${method} ${address.pathname}${address.search}`, told: told.slice(0, 300) })
      } else if (method !== 'GET') effect('written')
      return answer
    } finally {
      state.pending -= 1
      state.last = performance.now()
    }
  }
  // What the browser says when it leaves the rest of a change of size to the next frame is no error of anybody.
  const postponed = (event) => event.message.startsWith('ResizeObserver loop completed')
  window.addEventListener('error', (event) => { if (event.message && !postponed(event)) state.errors.push(event.message) })
  window.addEventListener('unhandledrejection', (event) => state.errors.push(`unhandled: ${event.reason?.stack ?? event.reason}`))
  const complain = console.error
  console.error = (...words) => { state.errors.push(words.map((word) => word?.stack ?? String(word)).join(' ').slice(0, 600)); complain(...words) }
  window.print = () => effect('print')
  window.open = (address) => { effect('window'); opened.push(String(address)); return null }
  const opened = []
  for (const name of ['pushState', 'replaceState']) {
    const plain = history[name]
    history[name] = function change(...given) {
      const before = location.href
      const done = plain.apply(this, given)
      if (location.href !== before) effect('address')
      return done
    }
  }
  window.addEventListener('hashchange', () => effect('address'))
  window.addEventListener('scroll', () => effect('scroll'), true)
  document.addEventListener('click', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') { effect('file'); event.preventDefault() }
    const link = event.target instanceof Element && event.target.closest('a[download], a[target=_blank]')
    if (link) { effect('download'); if (link.href.startsWith(location.origin)) opened.push(link.href); event.preventDefault() }
  })
  if (navigator.clipboard) navigator.clipboard.writeText = async () => effect('clipboard')
  /** Parts of the application that are fetched when first wanted. */
  function awaitPart(node) {
    if (!(node instanceof HTMLLinkElement) || !['modulepreload', 'stylesheet'].includes(node.rel)) return
    state.pending += 1
    const came = () => { state.pending -= 1; state.last = performance.now() }
    node.addEventListener('load', came, { once: true })
    node.addEventListener('error', came, { once: true })
  }
  const watch = new MutationObserver((records) => {
    for (const record of records) record.addedNodes.forEach(awaitPart)
    if (records.some((one) => one.type !== 'attributes' || !POINTED.has(one.attributeName))) effect('screen')
  })
  const begin = () => watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  if (document.documentElement) begin()
  else document.addEventListener('readystatechange', begin, { once: true })

  const frame = () => new Promise((drawn) => { requestAnimationFrame(drawn); setTimeout(drawn, 100) })

  /** Until nothing is asked and nothing moves any more; `wanted`: and something was seen to happen. */
  async function settled(wanted = false) {
    const began = performance.now()
    for (;;) {
      await frame()
      const now = performance.now()
      if (now - began > PATIENCE_MS) return
      const quiet = state.pending === 0 && now - state.last > 100
      const within = topmost()
      const busy = (within ?? document).querySelector('[aria-busy=true], .spinner')
      if (quiet && !busy && (!wanted || state.changed > 0)) return
    }
  }

  const standing = () => ({ screen: addressOf(location.href).split(/[?#]/)[0], title: document.querySelector('main h1'), words: words(document.querySelector('main h1')) })
  /** On the next screen, if the address became that of another: the old one stays until the new one can be drawn. */
  async function arrived(left) {
    const began = performance.now()
    while (addressOf(location.href).split(/[?#]/)[0] !== left.screen && performance.now() - began < PATIENCE_MS / 2) {
      const title = document.querySelector('main h1')
      if (title && (title !== left.title || words(title) !== left.words)) break
      await frame()
    }
    await settled()
  }

  const words = (element) => (element?.innerText ?? '').trim().replaceAll(/\s+/g, ' ')
  function nameOf(element) {
    const labelled = element.getAttribute('aria-labelledby')?.split(' ').map((id) => words(document.getElementById(id))).join(' ')
    return (element.getAttribute('aria-label') || labelled || words(element.labels?.[0]) || words(element) || element.title || '').trim()
  }
  const general = (text) => text.replaceAll(/[0-9][0-9./:-]*/g, '#').replaceAll(/# ?(#|h|min|KB|MB)*/g, '#').slice(0, 70)
  const addressOf = (href) => {
    const address = new URL(href, location.href)
    if (address.origin !== location.origin) return address.href
    const path = address.pathname.split('/').map((part) => (/\d|^[A-Za-z0-9_-]{20,}$/.test(part) ? ':id' : part)).join('/')
    const asked = [...address.searchParams].map(([name, value]) => (/^[a-z_-]{1,24}$/.test(value) ? `${name}=${value}` : name))
    return path + (asked.length ? `?${asked.sort().join('&')}` : '') + address.hash
  }
  function placeOf(element) {
    const overlay = element.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')
    if (overlay) {
      const title = overlay.querySelector('h1, h2, h3')
      return `${overlay.getAttribute('role')} ${general(nameOf(overlay).length < 70 ? nameOf(overlay) : words(title))}`
    }
    for (const [selector, name] of [['.skip', 'skip'], ['header.header', 'header'], ['nav.nav', 'nav'], ['footer.foot', 'footer']]) {
      if (element.closest(selector)) return name
    }
    const list = element.closest('nav[aria-label]')
    return list ? `nav ${list.getAttribute('aria-label')}` : addressOf(location.href).split(/[?#]/)[0]
  }
  function signatureOf(element) {
    const kind = element.getAttribute('role') ?? (element.type && element.tagName === 'INPUT' ? element.type : element.tagName.toLowerCase())
    const repeated = element.closest(REPEATED)
    const alone = !repeated || !repeated.parentElement || repeated.closest('[role=menu], nav')
    const name = nameOf(element)
    let said = element.closest('[role=menu][aria-label=Resultados]') ? '' : general(name)
    if (!alone) {
      said = kind === 'a' ? addressOf(element.href) : (['treeitem', 'checkbox', 'radio'].includes(kind) ? '' : said.split(' ').slice(0, 1).join(' '))
    }
    return `${placeOf(element)} > ${kind} ${said}`
  }
  const usable = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false })
    && !element.closest('[aria-hidden=true], [inert], [hidden]') && element.getClientRects().length > 0
  const able = (element) => !element.matches(':disabled') && !element.closest('[aria-disabled=true]')
  /** What is chosen already, where choosing again is nothing: the screen one is on, the tab, the radio. */
  const chosen = (element) => (element.matches('[type=radio]:checked, [aria-selected=true], [aria-checked=true][role=menuitemradio]'))
    || Boolean(element.getAttribute('aria-current') && element.getAttribute('aria-current') !== 'false')
    || (element.matches('a[href]') && element.href === location.href)
    || (element.matches('[aria-pressed=true]') && element.closest('[role=group], [role=toolbar], [role=radiogroup]') !== null)

  function controls() {
    return [...document.querySelectorAll(PRESSED)].filter((element) => usable(element) && able(element) && !chosen(element))
  }
  function topmost() {
    return [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')].filter(usable).at(-1)
  }
  const overlay = () => (topmost() ? placeOf(topmost()) : null)
  function reachable(element) {
    const box = element.getBoundingClientRect()
    if (element.matches('input, .skip a, [style*=clip] *') || box.width < 2) return true
    const line = element.getClientRects()[0]
    const on = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2)
    return on === null || element.contains(on) || on.contains(element) || Boolean(on.closest('label')?.contains(element))
  }

  const setValue = (element, value) => {
    const owner = element.tagName === 'TEXTAREA' ? HTMLTextAreaElement : element.tagName === 'SELECT' ? HTMLSelectElement : HTMLInputElement
    Object.getOwnPropertyDescriptor(owner.prototype, 'value').set.call(element, value)
    element.dispatchEvent(new Event(element.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
  }
  /** Answers what the form asks and nobody answered yet. */
  function fill(form, password) {
    for (const field of form.querySelectorAll('input, textarea, select')) {
      if (field.disabled || field.readOnly || field.value || !usable(field) || field.getAttribute('role') === 'combobox') continue
      if (field.tagName === 'SELECT') {
        const option = [...field.options].find((one) => one.value && !one.disabled)
        if (option) setValue(field, option.value)
      } else if (field.type === 'password' || field.autocomplete.includes('current-password')) setValue(field, password)
      else if (field.type === 'number') setValue(field, '1')
      else if (['text', 'search', 'textarea', 'tel'].includes(field.type)) setValue(field, field.inputMode === 'numeric' ? '1' : 'Texto de prova')
      else if (field.type === 'email') setValue(field, 'prova@exemplo.example')
    }
    const groups = new Set([...form.querySelectorAll('input[type=radio]')].map((one) => one.name))
    for (const group of groups) {
      const all = [...form.querySelectorAll(`input[type=radio][name="${CSS.escape(group)}"]`)]
      if (!all.some((one) => one.checked)) all.find((one) => !one.disabled)?.click()
    }
  }

  const looks = () => ({
    address: location.pathname + location.search + location.hash,
    pattern: addressOf(location.href),
    overlay: overlay(),
    controls: controls().map((element) => ({
      signature: signatureOf(element),
      href: element.matches('a[href]') && !element.matches('[target=_blank], [download]') ? element.href : null,
      pattern: element.matches('a[href]') ? addressOf(element.href) : null,
    })),
  })

  window.crawler = {
    async look() {
      await settled()
      return looks()
    },
    async visit(address) {
      const left = standing()
      history.pushState({ ...history.state, __TSR_index: (history.state?.__TSR_index ?? 0) + 1 }, '', address)
      dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
      await arrived(left)
      return looks()
    },
    /** Null if it is not there; or under something else, unless one insists. */
    async press(signature, password, insist) {
      const [sought, find] = [performance.now(), () => controls().find((one) => signatureOf(one) === signature)]
      // What a screen shows last comes when the rest has already settled.
      while (!find() && performance.now() - sought < LAST_MS) await frame()
      const element = find()
      if (!element) return null
      element.scrollIntoView({ block: 'center', inline: 'nearest' })
      if (password && element.form && element.matches('[type=submit]')) {
        fill(element.form, password)
        await settled()
      }
      Object.assign(state, { changed: 0, effects: [], refusals: [], errors: [] })
      opened.length = 0
      const [checked, left] = [element.checked, standing()]
      if (!['menuitem', 'treeitem'].includes(element.getAttribute('role'))) element.focus({ preventScroll: true })
      const own = document.activeElement
      const covered = !reachable(element)
      if (covered && !insist) return null
      element.click()
      if (element.checked !== checked) effect('checked')
      await Promise.race([settled(true), new Promise((moved) => {
        const look = () => { if (document.activeElement !== own && document.activeElement !== document.body) { effect('focus'); moved() } }
        setTimeout(look, 300)
      }).then(() => settled(true))])
      await arrived(left)
      if (element.tagName !== 'INPUT' && state.effects.every((name) => UNTOLD.has(name))) {
        const [began, above] = [performance.now(), topmost()]
        while (topmost() === above && performance.now() - began < REVEALED_MS) await frame()
        await settled()
      }
      return { ...looks(), covered, effects: [...state.effects], refusals: [...state.refusals], errors: [...state.errors], opened: [...opened] }
    },
  }
})()
