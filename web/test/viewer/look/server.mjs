/**
 * The documents' part of the contract over the small city of `test/mock`: drafts, versions, signatures, uploads, files
 * and the public check. `POST /api/mock/scenario {"save": "conflict|offline|session|concluded|ok"}` changes what saving
 * answers. `node test/viewer/look/server.mjs [port] [port of test/mock]`
 */
import { readFileSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import { ago, detail, users } from '../../mock/fixtures.mjs'
import { letter, samplePdf } from './letter.mjs'

const [port = 8795, cityPort = 8796] = process.argv.slice(2).map(Number)
const page = readFileSync(new URL('./page.html', import.meta.url), 'utf8')
const pdf = samplePdf()
const HOUR = 3_600_000
const state = { save: 'ok', revision: 1, content: letter, uploads: new Map(), saves: 0 }

const problem = (status, code, detail, extra = {}) => ({
  status,
  body: { type: `/errors/${code}`, title: detail, status, code, detail, ...extra },
})
const ok = (body, status = 200) => ({ status, body })
const rewritten = () =>
  JSON.parse(
    JSON.stringify(letter)
      .replace('5 dias úteis', '10 dias corridos')
      .replace('Senhor Procurador,', 'Excelentíssimo Senhor Procurador-Geral,'),
  )

function document(index) {
  const base = detail(index)
  if (base.kind === 'uploaded')
    return {
      ...base,
      html: null,
      signatures: [],
      crc: null,
      actions: {},
      size: pdf.length,
      media_type: index === 9 ? 'application/zip' : base.media_type,
    }
  const content_visible = index !== 8
  const draft = index === 2
  return {
    ...base,
    content: state.content,
    html: content_visible ? page : null,
    revision: `r${state.revision}`,
    edited_by: users[1],
    edited_at: ago(HOUR),
    content_visible,
    title: index === 1 || draft ? 'Ofício nº 4/2026' : base.title,
    state: draft ? 'draft' : base.state,
    signatures: draft ? [] : base.signatures,
    crc: draft ? null : base.crc,
  }
}

function save(body, headers) {
  if (state.save === 'conflict') {
    state.save = 'ok'
    state.revision = 9
    return problem(412, 'draft_changed', 'O documento mudou.', {
      edited_by: users[1],
      edited_at: ago(60_000),
      revision: 'r9',
    })
  }
  if (state.save === 'offline') return problem(503, 'service_unavailable', 'Ocupado.')
  if (state.save === 'session') return problem(401, 'session_expired', 'Sua sessão terminou.')
  if (state.save === 'concluded')
    return problem(
      409,
      'process_concluded',
      'O processo foi concluído nesta unidade e não aceita mais alterações. Peça a reabertura para continuar.',
    )
  if (headers['if-match'] !== `"r${state.revision}"`)
    return problem(412, 'draft_changed', 'O documento mudou.', {
      edited_by: users[1],
      edited_at: ago(60_000),
      revision: `r${state.revision}`,
    })
  state.revision += 1
  state.saves += 1
  state.content = body.content
  return ok({
    version: state.revision,
    revision: `r${state.revision}`,
    saved_at: new Date().toISOString(),
    digest: 'cd'.repeat(32),
  })
}

const versions = () =>
  [3, 2, 1].map((number) => ({ number, at: ago(number * HOUR), by: users[number % 3], current: number === 3 }))

function sign(body, index) {
  if (body.password !== 'senha')
    return body.password === 'muitas'
      ? problem(429, 'too_many_attempts', 'Muitas tentativas.')
      : problem(401, 'wrong_password', 'A senha não confere.')
  if (index === 3) return problem(409, 'document_changed', 'O documento mudou.')
  return ok({ signatures: detail(1).signatures, crc: '8CC0D39D' }, 201)
}

function upload(id) {
  const one = state.uploads.get(id)
  one.asked += 1
  if (one.asked < 3) return ok({ id, state: 'inspecting', reason: null, pages: null })
  return /virus/.test(one.file_name)
    ? ok({
        id,
        state: 'refused',
        reason: { code: 'content_mismatch', message: 'O conteúdo do arquivo não é o que o nome diz: não é um PDF.' },
        pages: null,
      })
    : ok({ id, state: 'accepted', reason: null, pages: 12 })
}

const authentic = {
  document: {
    type: 'Ofício',
    number: '1000101',
    type_number: '4/2026',
    process_nup: '10001.100074/2026-14',
    unit: 'SEMAD/PROT',
    agency: 'PMU',
    signed_at: ago(HOUR),
  },
  signatures: [
    {
      signer: users[0],
      role_title: 'Chefe da Divisão de Protocolo',
      unit: { id: 'semad-prot', acronym: 'SEMAD/PROT' },
      at: ago(HOUR),
      method: 'password',
      level: 'simple',
    },
  ],
  digest: 'ab'.repeat(32),
  pdf_digest: 'ef'.repeat(32),
  html: page,
  pdf: '/api/mock/sample.pdf',
  content_available: true,
  reason: null,
}

function authenticity(query) {
  if (query.get('verifier') === '1000101') return ok(authentic)
  if (query.get('verifier') === '1000102')
    return ok({
      ...authentic,
      html: null,
      pdf: null,
      pdf_digest: null,
      content_available: false,
      reason:
        'Este documento tem acesso restrito. A assinatura é válida, mas o conteúdo só pode ser lido por quem tem acesso ao processo.',
    })
  return query.get('verifier') === '9999999'
    ? problem(429, 'too_many_attempts', 'Muitas.')
    : problem(404, 'not_found', 'Não encontrado.')
}

const D = '/processes/[^/]+/documents/d(\\d+)'
const routes = [
  ['POST', /^\/mock\/scenario$/, (_, __, body) => (Object.assign(state, body), ok({ saves: state.saves }))],
  ['GET', new RegExp(`^${D}$`), ([index]) => ok(document(Number(index)))],
  ['PUT', new RegExp(`^${D}/content$`), (_, __, body, headers) => save(body, headers)],
  ['GET', new RegExp(`^${D}/versions$`), () => ok(versions())],
  [
    'GET',
    new RegExp(`^${D}/versions/(\\d+)$`),
    ([, number]) => ok({ content: number === '3' ? letter : rewritten(), html: page }),
  ],
  [
    'POST',
    new RegExp(`^${D}/versions/(\\d+)/restoration$`),
    () => ((state.content = rewritten()), (state.revision += 1), ok({})),
  ],
  ['POST', new RegExp(`^${D}/signatures$`), ([index], __, body) => sign(body, Number(index))],
  ['GET', new RegExp(`^${D}/pdf$`), () => ok({ url: '/api/mock/sample.pdf', expires_at: ago(-HOUR) })],
  [
    'GET',
    new RegExp(`^${D}/file$`),
    () =>
      ok({
        url: '/api/mock/sample.pdf',
        file_name: 'requerimento.pdf',
        media_type: 'application/pdf',
        expires_at: ago(-HOUR),
      }),
  ],
  [
    'GET',
    /^\/find$/,
    (_, query) =>
      /^10001\d\d$/.test(query.get('number'))
        ? ok({ process: 'p0002', document: 'd1', title: 'Ofício nº 4/2026' })
        : problem(404, 'not_found', 'Não encontrado.'),
  ],
  [
    'POST',
    /^\/processes\/[^/]+\/uploads$/,
    (_, __, body) => {
      const id = `u${state.uploads.size}`
      state.uploads.set(id, { ...body, asked: 0 })
      return ok({ id, post: { url: '/api/mock/storage', fields: { key: id } } }, 201)
    },
  ],
  ['GET', /^\/processes\/[^/]+\/uploads\/(u\d+)$/, ([id]) => upload(id)],
  ['POST', /^\/mock\/storage$/, () => ({ status: 204 })],
  ['GET', /^\/public\/authenticity$/, (_, query) => authenticity(query)],
]

function sendPdf(request, response) {
  const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '')
  const from = range ? Number(range[1]) : 0
  const to = range?.[2] ? Math.min(Number(range[2]), pdf.length - 1) : pdf.length - 1
  const headers = { 'Content-Type': 'application/pdf', 'Accept-Ranges': 'bytes', 'Content-Length': to - from + 1 }
  if (range) headers['Content-Range'] = `bytes ${from}-${to}/${pdf.length}`
  response.writeHead(range ? 206 : 200, headers)
  response.end(pdf.subarray(from, to + 1))
}

function passOn(request, response, body) {
  const city = httpRequest(
    { host: '127.0.0.1', port: cityPort, path: request.url, method: request.method, headers: request.headers },
    (answer) => {
      response.writeHead(answer.statusCode, answer.headers)
      answer.pipe(response)
    },
  )
  city.on('error', () => response.writeHead(502).end())
  city.end(body)
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://127.0.0.1')
  const path = url.pathname.replace(/^\/api/, '')
  if (path === '/mock/sample.pdf') return sendPdf(request, response)
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const raw = Buffer.concat(chunks)
  for (const [method, pattern, handle] of routes) {
    const match = pattern.exec(path)
    if (!match || method !== request.method) continue
    const json = request.headers['content-type']?.includes('json') && raw.length > 0
    const { status, body } = handle(
      match.slice(1),
      url.searchParams,
      json ? JSON.parse(raw.toString()) : {},
      request.headers,
    )
    response.writeHead(status, {
      'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json',
      'Retry-After': '90',
    })
    return response.end(status === 204 ? undefined : JSON.stringify(body))
  }
  return passOn(request, response, raw)
}).listen(port, '127.0.0.1')
