// @vitest-environment node
/** Issue 6 §6: how long something still takes, as one would say it. */
import { expect, test } from 'vitest'
import { timeLeft } from '../../src/messages/pace'

test.each([
  [0, 'Falta menos de um minuto.'],
  [59, 'Falta menos de um minuto.'],
  [60, 'Falta cerca de 1 minuto.'],
  [61, 'Faltam cerca de 2 minutos.'],
  [3540, 'Faltam cerca de 59 minutos.'],
  [3600, 'Falta cerca de 1 hora.'],
  [3 * 3600 + 60, 'Faltam cerca de 3 horas.'],
])('%i seconds', (seconds, words) => {
  expect(timeLeft(seconds)).toBe(words)
})
