import { beforeEach, describe, expect, it } from 'vitest'
import { chooseKey, isChoosable, keyOf, keysWereChosen, resetKeys } from '../../src/shell/keymap'

describe('the keys a person chooses (WCAG 2.1.4)', () => {
  beforeEach(resetKeys)

  it('stay chosen until they are given back', () => {
    expect(chooseKey('send', 'z')).toBeNull()
    expect(keyOf('send')).toBe('z')
    expect(keysWereChosen()).toBe(true)
    resetKeys()
    expect(keyOf('send')).toBe('e')
    expect(keysWereChosen()).toBe(false)
  })

  it('never do two things: the one that has the key keeps it', () => {
    expect(chooseKey('send', 'a')).toBe('assign')
    expect(keyOf('send')).toBe('e')
  })

  it('can take the key that another left', () => {
    chooseKey('assign', 'z')
    expect(chooseKey('send', 'a')).toBeNull()
    expect([keyOf('send'), keyOf('assign')]).toEqual(['a', 'z'])
  })

  it('are letters, digits or signs', () => {
    expect(['q', '7', '/', 'ç'].every(isChoosable)).toBe(true)
    expect(['Enter', ' ', 'F2', ''].some(isChoosable)).toBe(false)
  })

  it('ignore what was stored by mistake', () => {
    localStorage.setItem('iperoig.keys', '{"send": "Enter", "x": 1, "assign": null}')
    expect([keyOf('send'), keyOf('assign')]).toEqual(['e', 'a'])
    localStorage.setItem('iperoig.keys', 'no')
    expect(keyOf('send')).toBe('e')
  })
})
