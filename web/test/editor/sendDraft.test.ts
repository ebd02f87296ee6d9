// @vitest-environment node
/** DOC-03: what each refusal of the server means for the person writing. */
import { expect, test } from 'vitest'
import { ApiProblem } from '../../src/api/problem'
import { failureOf } from '../../src/editor/saving/sendDraft'

test('a draft saved by somebody else says who and when', () => {
  const failure = failureOf(
    new ApiProblem(412, {
      code: 'draft_changed',
      edited_by: { id: 'b', name: 'Beto' },
      edited_at: 't',
      revision: 'r9',
    }),
  )
  expect(failure).toEqual({ kind: 'conflict', conflict: { editedBy: 'Beto', editedAt: 't', revision: 'r9' } })
})

test('no network means trying again without a reason to show', () => {
  expect(failureOf(new ApiProblem(0, { code: 'network' }))).toEqual({ kind: 'offline', reason: null })
})

test('an ended session is not a refusal of the text', () => {
  expect(failureOf(new ApiProblem(401, { code: 'session_expired' }))).toEqual({ kind: 'session' })
})

test('a busy server is asked again later', () => {
  expect(failureOf(new ApiProblem(503, {})).kind).toBe('offline')
})

test.each([403, 404, 409, 413, 422])('status %i refuses the text with its reason', (status) => {
  expect(failureOf(new ApiProblem(status, { code: 'x', detail: 'Motivo.' }))).toMatchObject({ kind: 'refused' })
})
