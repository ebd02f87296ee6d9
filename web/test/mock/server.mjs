/** Answers the HTTP contract from fixtures, on loopback only: `node test/mock/server.mjs [port]`. For looking at screens. */
import { createServer } from 'node:http'
import { catalogues, contacts, detail, entry, me, node, processPage, row, units, users } from './fixtures.mjs'

const PAGE = 50
const TOTAL = 138
const state = { session: false, expired: false, received: new Set(), concluded: new Set() }

const problem = (status, code, detail) => ({ status, body: { type: `/errors/${code}`, title: detail, status, code, detail }, problem: true })
const ok = (body, status = 200) => ({ status, body })

function inbox(query) {
  let rows = Array.from({ length: TOTAL }, (_, index) => row(index)).filter((one) => !state.concluded.has(one.process))
  for (const one of rows) if (state.received.has(one.process)) one.unread = false
  const count = (test) => rows.filter(test).length
  const counters = {
    received: count((one) => one.tab === 'received'), generated: count((one) => one.tab === 'generated'), unread: count((one) => one.unread),
    unassigned: count((one) => !one.assignee), assigned_to_me: count((one) => one.assignee?.id === me.user.id), confidential: 0,
  }
  const tab = query.get('tab')
  const assigned = query.get('assigned')
  rows = rows.filter((one) => tab === 'all' || one.tab === tab)
  if (query.get('unread')) rows = rows.filter((one) => one.unread)
  if (query.get('type')) rows = rows.filter((one) => one.type.code === query.get('type'))
  if (assigned) rows = rows.filter((one) => (assigned === 'none' ? !one.assignee : one.assignee?.id === (assigned === 'me' ? me.user.id : assigned)))
  const start = Number(query.get('cursor') ?? 0)
  return ok({ items: rows.slice(start, start + PAGE), next_cursor: start + PAGE < rows.length ? String(start + PAGE) : null, counters })
}

function documents(id, query) {
  const { total } = processPage(id, state).documents
  const start = Number(query.get('cursor') ?? 0)
  const places = Array.from({ length: Math.min(PAGE, total - start) }, (_, offset) => start + offset)
  const items = places.map((place) => node(query.get('order') === 'desc' ? total - 1 - place : place))
  return ok({ items, next_cursor: start + PAGE < total ? String(start + PAGE) : null })
}

const routes = [
  ['POST', /^\/sessions$/, (_, __, body) => {
    if (body.password !== 'senha') return problem(401, 'invalid_credentials', 'Usuário ou senha não conferem.')
    state.session = true
    return ok(me, 201)
  }],
  ['DELETE', /^\/sessions\/current$/, () => ((state.session = false), ok(undefined, 204))],
  ['GET', /^\/public\/tenant$/, () => ok(me.tenant)],
  ['POST', /^\/mock\/expire$/, () => ((state.session = false), ok({}))],
  ['GET', /^\/me$/, () => ok(me)],
  ['PUT', /^\/me\/unit$/, (_, __, body) => ((me.unit = units.find((one) => one.id === body.unit)), ok(me))],
  ['GET', /^\/me\/accesses$/, () => ok({ items: [{ at: me.previous_access.at, address: '10.0.4.17', agent: 'Chromium 150, Linux' }] })],
  ['GET', /^\/inbox$/, (_, query) => inbox(query)],
  ['GET', /^\/units$/, (_, query) => ok({ items: units.filter((one) => `${one.acronym} ${one.name}`.toLowerCase().includes((query.get('query') ?? '').toLowerCase())) })],
  ['GET', /^\/units\/[^/]+\/users$/, () => ok({ items: users })],
  ['GET', /^\/catalogues\/(.+)$/, ([name]) => ok({ items: catalogues[name] ?? [] })],
  ['GET', /^\/contacts$/, (_, query) => ok({ items: contacts.filter((one) => one.name.toLowerCase().includes((query.get('query') ?? '').toLowerCase())) })],
  ['POST', /^\/contacts$/, (_, __, body) => (contacts.push({ id: `c${contacts.length + 1}`, document: null, ...body }), ok(contacts.at(-1), 201))],
  ['GET', /^\/find$/, (_, query) => (query.get('number') === '1000101' ? ok({ process: 'p0002', document: 'd1' }) : problem(404, 'not_found', 'Não encontrado.'))],
  ['POST', /^\/processes$/, () => ok({ id: 'p0000', nup: row(0).nup }, 201)],
  ['GET', /^\/processes\/([^/]+)$/, ([id]) => (id.startsWith('p') ? ok(processPage(id, state)) : problem(404, 'not_found', 'Não encontrado.'))],
  ['GET', /^\/processes\/([^/]+)\/history$/, (_, query) => {
    const start = Number(query.get('cursor') ?? 0)
    return ok({ items: Array.from({ length: 20 }, (__, place) => entry(start + place)), next_cursor: start < 60 ? String(start + 20) : null })
  }],
  ['GET', /^\/processes\/([^/]+)\/documents$/, ([id], query) => documents(id, query)],
  ['GET', /^\/processes\/([^/]+)\/documents\/d(\d+)$/, ([, index]) => ok(detail(Number(index)))],
  ['POST', /^\/processes\/([^/]+)\/receipts$/, ([id]) => (state.received.add(id), ok({}, 201))],
  ['POST', /^\/processes\/([^/]+)\/conclusion$/, ([id]) => (Number(id.slice(1)) % 5 === 4 ? problem(409, 'return_pending', 'Esta unidade deve devolver o processo antes de concluir.') : (state.concluded.add(id), ok({}, 201)))],
  ['POST', /^\/processes\/([^/]+)\/reopening$/, ([id]) => (state.concluded.delete(id), ok({}, 201))],
  ['POST', /^\/processes\/([^/]+)\/documents$/, () => ok({ id: 'd2', number: '1000102' }, 201)],
]

async function answer(request) {
  const url = new URL(request.url, 'http://127.0.0.1')
  const path = url.pathname.replace(/^\/api/, '')
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}
  const open = path.startsWith('/sessions') || path.startsWith('/public') || path.startsWith('/mock')
  if (!open && !state.session) return problem(401, 'session_expired', 'Sua sessão terminou.')
  if (request.method !== 'GET' && !path.startsWith('/mock') && !request.headers['idempotency-key']) {
    return problem(400, 'idempotency_key_required', 'Falta a chave de idempotência.')
  }
  for (const [method, pattern, handle] of routes) {
    const match = pattern.exec(path)
    if (match && method === request.method) return handle(match.slice(1), url.searchParams, body)
  }
  return request.method === 'GET' ? problem(404, 'not_found', 'Não encontrado.') : ok({})
}

const port = Number(process.argv[2] ?? 8000)
createServer(async (request, response) => {
  const { status, body, problem: refused } = await answer(request)
  response.writeHead(status, { 'Content-Type': refused ? 'application/problem+json' : 'application/json' })
  response.end(status === 204 ? undefined : JSON.stringify(body))
}).listen(port, '127.0.0.1')
