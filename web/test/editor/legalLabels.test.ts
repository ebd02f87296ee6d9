import { expect, test } from 'vitest'
import { legalLabels } from '../../src/editor/schema/legalLabels'

test('a norm is numbered in the editor as the server prints it', () => {
  const styles = ['body', 'article', 'inciso', 'item', 'inciso', 'clause', 'inciso', 'clause', 'article', 'sole_clause']
  expect(legalLabels(styles)).toEqual([
    null,
    'Art. 1º',
    'I –',
    null,
    'II –',
    '§ 1º',
    'I –',
    '§ 2º',
    'Art. 2º',
    'Parágrafo único.',
  ])
})

test('the tenth article and the tenth paragraph are no longer ordinal', () => {
  expect(legalLabels(Array.from({ length: 10 }, () => 'article')).slice(8)).toEqual(['Art. 9º', 'Art. 10.'])
  expect(legalLabels(['article', ...Array.from({ length: 10 }, () => 'clause')]).slice(9)).toEqual(['§ 9º', '§ 10.'])
})
