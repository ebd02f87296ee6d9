import { describe, expect, it } from 'vitest'
import { mayStand } from '../../src/shell/places'

describe('whether a screen is for whoever holds the acts of the unit (ACC-04)', () => {
  it('leaves the screens of acts that the unit does not give', () => {
    expect(mayStand('/acervo', ['holdings.read_unit'])).toBe(true)
    expect(mayStand('/acervo', [])).toBe(false)
    expect(mayStand('/processo/novo', [])).toBe(false)
  })

  it('takes all of the administration as its first screen', () => {
    expect(mayStand('/administracao/tabelas/unidades', ['administration.read'])).toBe(true)
    expect(mayStand('/administracao/tabelas/unidades', [])).toBe(false)
  })

  it('stays on what is for everybody, and on what only begins alike', () => {
    expect(mayStand('/caixa', [])).toBe(true)
    expect(mayStand('/exercicios', [])).toBe(true)
    expect(mayStand('/processo/novo-processo', [])).toBe(true)
  })
})
