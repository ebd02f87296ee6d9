// @vitest-environment node
/** DOC-08: the name of a file tells type and day, by rules that are the city's data. */
import { expect, test } from 'vitest'
import type { DocumentType } from '../../src/api/types'
import { guessFrom } from '../../src/upload/guess'

const type = (code: string, name: string, ...words: string[]): DocumentType => ({
  code,
  name,
  group: '',
  applies_to: 'both',
  has_template: false,
  allows_addressees: false,
  allows_interested_parties: true,
  file_words: words,
  has_amount: false,
  suggested_subjects: [],
  numbering: 'none',
})
const TYPES = [
  type('oficio', 'Ofício', 'of'),
  type('matricula', 'Matrícula de imóvel', 'matrícula', 'certidão de matrícula'),
  type('certidao', 'Certidão', 'cnd'),
  type('pessoal', 'Documento pessoal', 'rg', 'cpf', 'identidade'),
  type('nota', 'Nota Fiscal', 'nf'),
]
const guess = (name: string) => guessFrom(name, TYPES, '2026-11-23')

test.each([
  ['Ofício 12-2026.pdf', 'oficio'],
  ['OF_0012.pdf', 'oficio'],
  ['certidao_de_matricula.pdf', 'matricula'],
  ['Certidão negativa.PDF', 'certidao'],
  ['rg frente e verso.jpg', 'pessoal'],
  ['NF 123 oficina.pdf', 'nota'],
  ['nota fiscal cpf.pdf', 'nota'],
])('%s is told by its name', (name, code) => {
  expect(guess(name).type).toBe(code)
})

test.each(['oficina.pdf', 'scan0001.pdf', 'confissao.pdf', 'argentina.pdf', '.pdf'])('%s tells no type', (name) => {
  expect(guess(name)).toEqual({})
})

test.each([
  ['oficio 02-03-2026.pdf', '2026-03-02'],
  ['02.03.2026 planta.pdf', '2026-03-02'],
  ['2026-03-02_planta.pdf', '2026-03-02'],
  ['IMG_20260302.jpg', '2026-03-02'],
])('%s tells its day', (name, date) => {
  expect(guess(name).date).toBe(date)
})

test.each(['31-02-2026.pdf', '24-11-2026.pdf', '2026-13-01.pdf', '1202602010.pdf', '12-2026.pdf'])(
  '%s tells no day that has come',
  (name) => {
    expect(guess(name).date).toBeUndefined()
  },
)
