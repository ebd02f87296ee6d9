/**
 * Keeps the application's own files in the browser, so that its screens and windows open although the network fails.
 * Never an answer of the API: what a person reads stays where it is kept, and what they do is done there or not at all.
 */
const KEPT = 'iperoig-application'
const HOME = new URL(self.registration.scope).pathname
const FIRST_PAGE = `${HOME}index.html`
const PART = /^\/assets\/.+\.(?:js|mjs|css|woff2|wasm)$/
/** Pages that are no part of the application, or that come whole. */
const ALONE = /^(?:api|publico|autenticidade|documentacao|registro|ambiente)(?:[/.]|$)|[.]/
const LANES = 4
const TRIES = 3
/** Who has had a page open since before a new version still opens its windows. */
const OLD_MS = 14 * 24 * 3_600_000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => {
  if (event.data === 'keep') event.waitUntil(keepAll())
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== 'GET' || address.origin !== self.location.origin) return
  if (PART.test(address.pathname)) event.respondWith(part(address.pathname))
  else if (request.mode === 'navigate' && !ALONE.test(address.pathname.slice(HOME.length))) event.respondWith(screen(request))
})

/** What the network says; what was kept of it when it says nothing. */
async function screen(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(FIRST_PAGE)
    if (kept) return kept
    throw error
  }
}

/** The name of a part says its content: what was kept is what would come. */
async function part(path) {
  return (await caches.match(path)) ?? fetchAndKeep(path)
}

async function fetchAndKeep(path) {
  for (let tries = 1; ; tries += 1) {
    try {
      const found = await fetch(path)
      if (found.ok) await (await caches.open(KEPT)).put(path, found.clone())
      return found
    } catch (error) {
      if (tries === TRIES) throw error
    }
  }
}

async function keepAll() {
  const parts = await (await fetch('/parts.json', { cache: 'no-cache' })).json()
  const cache = await caches.open(KEPT)
  const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname))
  const missing = parts.filter((path) => !kept.has(path))
  const lane = async () => {
    for (let path = missing.pop(); path; path = missing.pop()) await fetchAndKeep(path)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  await cache.put(FIRST_PAGE, await fetch(FIRST_PAGE, { cache: 'no-cache' }))
  await forget(cache, new Set(parts))
}

async function forget(cache, current) {
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname
    if (current.has(path) || !PART.test(path)) continue
    const answer = await cache.match(request)
    const at = Date.parse(answer?.headers.get('Date') ?? '')
    if (!(Date.now() - at < OLD_MS)) await cache.delete(request)
  }
}
