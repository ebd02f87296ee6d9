import { HOME } from '../environment'
import { askedEarly } from '../network/asked-early'
import { watch } from '../network/signal'
import { ApiProblem } from './problem'
import { openingsUntilNow, waitForPassword } from './secret-gate'
import { entriesUntilNow, waitForSession } from './session-gate'

export const API_BASE = `${HOME}/api`

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type QueryValue = string | number | boolean | null | undefined

export interface RequestOptions {
  query?: Record<string, QueryValue>
  body?: unknown
  /** Draft revision or process version the write was based on. */
  ifMatch?: string | number
  /** Give one when the same act may be sent again later (e.g. an autosave queue); otherwise one is made per call. */
  idempotencyKey?: string
  signal?: AbortSignal
  /** Let the browser finish the request while the page is being closed. */
  keepalive?: boolean
  /** False for the calls that decide by themselves what a missing session means. */
  waitForSession?: boolean
}

export interface ApiResponse<Body> {
  body: Body
  etag: string | null
  status: number
}

const RETRY_DELAYS_MS = [400, 1500]
const RETRIABLE_STATUS = new Set([502, 503, 504])
const READINGS_AT_MOST = 3

let writesDone = 0

/**
 * Sends one request; writes carry an Idempotency-Key that stays the same across every retry. A reading that was under
 * way while a write of this tab was finished may be older than it, and is taken again: what one did is always seen.
 */
export async function send<Body>(
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<ApiResponse<Body>> {
  const url = API_BASE + path + queryString(options.query)
  const init = requestInit(method, options)
  let readings = 0
  let failures = 0
  for (;;) {
    const [entries, openings] = [entriesUntilNow(), openingsUntilNow()]
    try {
      const before = writesDone
      const reply = await receive<Body>(await reach(url, init))
      readings += 1
      if (method !== 'GET') writesDone += 1
      else if (before !== writesDone && readings < READINGS_AT_MOST) continue
      return reply
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      const delay = RETRY_DELAYS_MS[failures]
      if (isSessionProblem(error) && options.waitForSession !== false) {
        // Refused slowly, after the password was given: asking for it once more would be asking in vain.
        if (entries === entriesUntilNow() && !(await waitForSession())) throw error
      } else if (error.code === 'confidential_password_required') {
        if (openings === openingsUntilNow() && !(await waitForPassword(processOf(path)))) throw error
      } else if (delay !== undefined && isRetriable(error)) {
        failures += 1
        await pause(delay)
      } else {
        if (error.status === 0) watch.current?.reached(false)
        throw error
      }
    }
  }
}

const bodyOf = async <Body>(response: Promise<ApiResponse<Body>>) => (await response).body

export const api = {
  get: <Body>(path: string, options?: RequestOptions) => bodyOf(send<Body>('GET', path, options)),
  post: <Body>(path: string, body?: unknown, options?: RequestOptions) =>
    bodyOf(send<Body>('POST', path, { ...options, body })),
  put: <Body>(path: string, body?: unknown, options?: RequestOptions) =>
    bodyOf(send<Body>('PUT', path, { ...options, body })),
  patch: <Body>(path: string, body?: unknown, options?: RequestOptions) =>
    bodyOf(send<Body>('PATCH', path, { ...options, body })),
  delete: <Body = void>(path: string, options?: RequestOptions) => bodyOf(send<Body>('DELETE', path, options)),
}

function isSessionProblem(problem: ApiProblem): boolean {
  return problem.status === 401 && (problem.code === 'session_required' || problem.code === 'session_expired')
}

/** The process that a path is about. */
function processOf(path: string): string {
  return decodeURIComponent(/^\/processes\/([^/?]+)/.exec(path)?.[1] ?? '')
}

function isRetriable(problem: ApiProblem): boolean {
  return problem.status === 0 || RETRIABLE_STATUS.has(problem.status)
}

function requestInit(method: Method, options: RequestOptions): RequestInit {
  const headers = new Headers({ Accept: 'application/json' })
  if (method !== 'GET') headers.set('Idempotency-Key', options.idempotencyKey ?? crypto.randomUUID())
  if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`)
  const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' }
  if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json')
    init.body = JSON.stringify(options.body)
  }
  if (options.signal) init.signal = options.signal
  if (options.keepalive) init.keepalive = true
  return init
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  const losses = watch.current?.losses()
  try {
    const response = await (askedEarly(init.method ?? 'GET', url) ?? fetch(url, init))
    if (losses === watch.current?.losses()) watch.current?.reached(true)
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem(0, { code: 'network' })
  }
}

async function receive<Body>(response: Response): Promise<ApiResponse<Body>> {
  const body: unknown = response.status === 204 ? undefined : await parse(response)
  if (response.ok) {
    return { body: body as Body, etag: unquote(response.headers.get('ETag')), status: response.status }
  }
  const wait = Number(response.headers.get('Retry-After'))
  throw new ApiProblem(response.status, typeof body === 'object' && body ? { ...body } : {}, wait > 0 ? wait : null)
}

async function parse(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unquote(etag: string | null): string | null {
  return etag ? etag.replace(/^W\//, '').replace(/^"|"$/g, '') : null
}

function queryString(query: RequestOptions['query']): string {
  const pairs = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') pairs.set(name, String(value))
  }
  const text = pairs.toString()
  return text ? `?${text}` : ''
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
