import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { keyOf } from './keymap'
import { areKeysSilent } from './shortcuts'

/** How long the second key is awaited. */
const PATIENCE_MS = 1500

const PLACES = {
  c: { to: '/caixa', search: {} },
  a: { to: '/caixa', search: { aba: 'todos', responsavel: 'eu' } },
  s: { to: '/para-assinar' },
  p: { to: '/caixa', search: { aba: 'todos', prazo: 'todos', agrupar: 'prazo' } },
  b: { to: '/blocos' },
  q: { to: '/quadro' },
} as const

const isPlace = (key: string): key is keyof typeof PLACES => key in PLACES

/** One key and then the letter of a screen lead there (web.md §6): meanwhile that letter does nothing else. */
export function useGoing(): void {
  const navigate = useNavigate()
  const latest = useRef(navigate)
  latest.current = navigate
  useEffect(() => {
    let asked = -Infinity
    const onKeyDown = (event: KeyboardEvent) => {
      if (areKeysSilent(event)) return
      const key = event.key.toLowerCase()
      const going = event.timeStamp - asked < PATIENCE_MS
      asked = key === keyOf('go') ? event.timeStamp : -Infinity
      if (!going || !isPlace(key)) return
      event.preventDefault()
      void latest.current(PLACES[key])
    }
    // Before the keys of the screen, which leave alone what was answered.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
