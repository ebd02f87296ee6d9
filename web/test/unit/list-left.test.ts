/** web.md §6, W2: "← Caixa" leads back to the list one was working down, not to another. */
import { expect, test } from 'vitest'
import { leaveList, listLeft } from '../../src/inbox/left'

test('the way back is the list as it was left, in the same unit only', () => {
  expect(listLeft('semad')).toEqual({})
  leaveList('semad', { aba: 'todos', responsavel: 'eu', agrupar: 'prazo' })
  expect(listLeft('semad')).toEqual({ aba: 'todos', responsavel: 'eu', agrupar: 'prazo' })
  expect(listLeft('semfaz')).toEqual({})
})
