/** ACC-01: what the tab remembers while somebody confirms who they are elsewhere; never an address of another site. */
import { afterEach, expect, test } from 'vitest'
import { inside, rememberAway, rememberLeave, takeAway, takeLeave } from '../../src/entry/away'

afterEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})

test('what was remembered is taken once', () => {
  rememberAway({ back: '/blocos', leave: null })
  expect([takeAway(), takeAway()]).toEqual([{ back: '/blocos', leave: null }, null])
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', '/entrar?voltar=x'])(
  'the way back never leads to %s',
  (path) => {
    expect(inside(path)).toBe(false)
  },
)

test('the way back leads to screens of this application', () => {
  expect(inside('/processo/1?painel=fluxo')).toBe(true)
})

test('who came in by a provider leaves it too, once', () => {
  rememberLeave('https://sso.example/logout')
  const address = new URL(takeLeave())
  expect(address.origin + address.pathname).toBe('https://sso.example/logout')
  expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${window.location.origin}/entrar`)
  expect(takeLeave()).toBe('/entrar')
})

test('who came in by password leaves nothing but here', () => {
  rememberLeave('https://sso.example/logout')
  rememberLeave(null)
  expect(takeLeave()).toBe('/entrar')
  rememberLeave('javascript:alert(1)')
  expect(takeLeave()).toBe('/entrar')
})
