import { problemMessages } from '../messages/problems'

export interface FieldProblem {
  field: string
  code: string
  message: string
}

interface ProblemBody {
  code?: string
  status?: number
  title?: string
  detail?: string
  operation?: string
  errors?: FieldProblem[]
  [extra: string]: unknown
}

/** A refusal of the API (RFC 9457). `message` is always a Portuguese sentence fit for the screen. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly operation: string | null
  readonly fields: FieldProblem[]
  readonly retryAfter: number | null
  readonly body: Readonly<Record<string, unknown>>

  constructor(status: number, body: ProblemBody, retryAfter: number | null = null) {
    const code = body.code ?? codeOfStatus(status)
    super(sentenceOf(status, code, body))
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.operation = body.operation ?? null
    this.fields = Array.isArray(body.errors) ? body.errors : []
    this.retryAfter = retryAfter
    this.body = body
  }

  /** Message of one field, to be shown beside it. */
  field(name: string): string | undefined {
    return this.fields.find((problem) => problem.field === name)?.message
  }
}

function codeOfStatus(status: number): string {
  if (status === 0) return 'network'
  if (status === 404) return 'not_found'
  if (status === 503 || status === 429) return 'service_unavailable'
  return status >= 500 ? 'internal_error' : 'unknown'
}

/** The API's own sentence says more than the code; a failure of the server has none worth showing. */
function sentenceOf(status: number, code: string, body: ProblemBody): string {
  const own = problemMessages[code]
  const told = status >= 400 && status < 500 ? (body.detail ?? own ?? body.title) : own
  return told ?? problemMessages[codeOfStatus(status)] ?? problemMessages['unknown'] ?? ''
}

/** Portuguese sentence for anything that was thrown. */
export function sentenceForError(error: unknown): string {
  return error instanceof ApiProblem ? error.message : (problemMessages['unknown'] ?? '')
}
