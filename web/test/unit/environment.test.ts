import { afterEach, describe, expect, it, vi } from 'vitest'

/** The module as a page at this address loads it. */
async function at(path: string) {
  window.history.replaceState(null, '', path)
  vi.resetModules()
  return import('../../src/environment')
}

afterEach(() => window.history.replaceState(null, '', '/'))

describe('the environment of an address (issue 5 §7)', () => {
  it('is the first two parts of the path, and nothing elsewhere', async () => {
    expect((await at('/caixa')).HOME).toBe('')
    expect((await at('/ambiente/treinamento')).HOME).toBe('/ambiente/treinamento')
    expect((await at('/ambiente/treinamento/publico/registro')).HOME).toBe('/ambiente/treinamento')
    expect((await at('/processo/ambiente/treinamento')).HOME).toBe('')
    expect((await at('/ambiente/')).HOME).toBe('')
  })

  it('keeps apart what the browser keeps, and names screens as the application does', async () => {
    const here = await at('/ambiente/treinamento/caixa?aba=2')
    expect(here.keptHere('iperoig.uploads')).toBe('iperoig.uploads/ambiente/treinamento')
    expect(here.placeHere()).toBe('/caixa?aba=2')
    expect((await at('/caixa')).keptHere('iperoig.uploads')).toBe('iperoig.uploads')
  })
})
