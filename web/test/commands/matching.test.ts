import { describe, expect, it } from 'vitest'
import { matches, numberIn } from '../../src/commands/matching'

describe('what is written in the command palette', () => {
  it('finds by the beginning of words, in any order, without accents or capitals', () => {
    expect(matches('conclu proc', 'Processos concluídos')).toBe(true)
    expect(matches('CONCLUÍDOS', 'Processos concluidos')).toBe(true)
    expect(matches('luidos', 'Processos concluídos')).toBe(false)
  })

  it('finds everything while nothing is written', () => {
    expect(matches('  ', 'Caixa da unidade')).toBe(true)
  })

  it('tells numbers, with or without punctuation, from words', () => {
    expect(numberIn(' 12345.000001/2026-10 ')).toBe('12345.000001/2026-10')
    expect(numberIn('0000123')).toBe('0000123')
    expect(numberIn('12')).toBeNull()
    expect(numberIn('alvará 2026')).toBeNull()
  })
})
