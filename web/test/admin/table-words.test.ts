/** Each table of the administration says what its button makes, by the article of its noun (issue 6 §5). */
import { expect, test } from 'vitest'
import { tableMessages } from '../../src/messages/administration'

test.each([
  ['o órgão', 'Novo órgão'],
  ['a unidade', 'Nova unidade'],
  ['os cargos da unidade', 'Novos cargos da unidade'],
  ['as permissões', 'Novas permissões'],
])('%s', (one, words) => expect(tableMessages.create(one)).toBe(words))
