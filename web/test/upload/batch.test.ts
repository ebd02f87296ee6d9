// @vitest-environment node
/** DOC-08: what is common to many files, what each has of its own, and "apply to all". */
import { expect, test } from 'vitest'
import type { DocumentType } from '../../src/api/types'
import { amountInput, amountProblem } from '../../src/forms/amount'
import { shownAmount } from '../../src/forms/shownAmount'
import { applyToAll, draftOf, ownBeyondLine, type UploadBatch, withFiles, withOnly, withOwn } from '../../src/forms/upload-batch'
import { type UploadDraft, uploadedInput, uploadProblems } from '../../src/forms/upload-draft'

const TODAY = '2026-11-23'
const common: UploadDraft = {
  type: '',
  date: TODAY,
  number: '',
  format: 'born_digital',
  conformity: '',
  digitization: { author: '', on: TODAY, place: 'Protocolo', responsible: 'Ana', genre: 'textual', for_archiving: false },
  sender: [],
  interested: [],
  subjects: null,
  amount: '',
  access: { level: 'public', legalBasis: '' },
  remark: '',
}
const three = withFiles(
  { common, own: {}, names: {} },
  ['a', 'b', 'c'].map((key) => ({ key, name: `${key}.pdf` })),
  [],
  TODAY,
)
const own = (batch: UploadBatch, key: string, change: Partial<UploadDraft>) => withOwn(batch, key, { ...draftOf(batch, key), ...change })
const shared = (batch: UploadBatch, change: Partial<UploadDraft>) => ({ ...batch, common: { ...batch.common, ...change } })

test('the common data reach every file but where it has its own', () => {
  const batch = shared(own(three, 'b', { type: 'planta' }), { type: 'oficio', remark: 'Da obra' })
  expect(['a', 'b', 'c'].map((key) => draftOf(batch, key).type)).toEqual(['oficio', 'planta', 'oficio'])
  expect(draftOf(batch, 'b').remark).toBe('Da obra')
})

test('a file made equal to the common again follows it again', () => {
  const batch = own(own(three, 'a', { remark: 'x' }), 'a', { remark: '' })
  expect(ownBeyondLine(batch, 'a')).toEqual([])
  expect(draftOf(shared(batch, { remark: 'y' }), 'a').remark).toBe('y')
})

test('the data of one file go to all, but for the numbers', () => {
  const batch = own(own(own(three, 'a', { type: 'planta', number: '1' }), 'b', { number: '2' }), 'c', { type: 'oficio' })
  const same = applyToAll(batch, draftOf(batch, 'a'))
  expect(['a', 'b', 'c'].map((key) => draftOf(same, key).type)).toEqual(['planta', 'planta', 'planta'])
  expect(['a', 'b', 'c'].map((key) => draftOf(same, key).number)).toEqual(['1', '2', ''])
})

test('the data of a file that was alone are common to those that come after, but for its number', () => {
  const alone = withOnly(three, 'a', { ...common, type: 'oficio', number: '7', amount: '10' })
  expect([draftOf(alone, 'a').number, draftOf(alone, 'b').number, draftOf(alone, 'b').type]).toEqual(['7', '', 'oficio'])
  expect([draftOf(alone, 'a').amount, draftOf(alone, 'b').amount]).toEqual(['10', ''])
})

test('what a type suggests and asks for goes with its files, and what it does not have is left out', () => {
  const invoice = { code: 'nota-fiscal', name: 'Nota Fiscal', group: '', applies_to: 'uploaded', has_template: false, allows_addressees: false, allows_interested_parties: false, file_words: [], has_amount: true, suggested_subjects: ['01.02.01'], numbering: 'none' } satisfies DocumentType
  const priced = { ...common, amount: '1.234,5' }
  expect(uploadedInput(priced, 'u', '', invoice)).toMatchObject({ amount: '1234.50', subjects: ['01.02.01'] })
  expect(uploadedInput({ ...priced, subjects: [] }, 'u', '', { ...invoice, has_amount: false })).toMatchObject({ amount: null, subjects: [] })
  expect(uploadProblems({ ...common, type: 'nota-fiscal', amount: '12,345' }, TODAY)).toHaveProperty('amount')
})

test('an amount is read as it is written here and shown so again', () => {
  expect(['1234', '1.234', '1.234,5', '0,07', ''].map(amountInput)).toEqual(['1234.00', '1234.00', '1234.50', '0.07', null])
  expect(['1234.50', '0.07', '1234567.00'].map(shownAmount)).toEqual(['1.234,50', '0,07', '1.234.567,00'])
  expect(['12.34', '1,234', 'R$ 1', '-1', '1234567890123'].map((written) => amountProblem(written) !== undefined)).toEqual([true, true, true, true, true])
})

test('a digitized document says how it was checked and by whom it was written and digitized', () => {
  const empty = { ...common, type: 'oficio', format: 'digitized' as const, digitization: { ...common.digitization, place: ' ', responsible: '', on: '2026-11-24' } }
  expect(Object.keys(uploadProblems(empty, TODAY)).toSorted()).toEqual(['author', 'conformity', 'on', 'place', 'responsible'])
  const early = { ...common.digitization, author: 'x', on: '2026-11-22' }
  expect(uploadProblems({ ...empty, conformity: 'x', digitization: early }, TODAY)).toHaveProperty('on')
  const whole = { ...empty, conformity: 'x', digitization: { ...common.digitization, author: 'Maria' } }
  expect(uploadProblems(whole, TODAY)).toEqual({})
  expect(uploadedInput(whole, 'u', '', undefined)).toMatchObject({ conformity_check: 'x', digitization: { author: 'Maria' } })
  expect(uploadedInput({ ...whole, format: 'born_digital' }, 'u', '', undefined)).toMatchObject({ conformity_check: null, digitization: null })
})
