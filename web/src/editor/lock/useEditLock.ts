import { useCallback, useEffect, useRef, useState } from 'react'
import { holdEditing, leaveEditing, type Editing } from '../../api/authoring'

const RENEWAL_MILLISECONDS = 30_000

export interface EditLock {
  /** Another editor, while it holds the document; null when writing is ours. */
  holder: Editing | null
  /** True when writing was ours and another editor took it over. */
  lost: boolean
  takeOver: () => Promise<void>
}

/**
 * Says that the document is being written here, goes on saying it, and learns who writes instead (DOC-03).
 * `onFree` is called when somebody else's turn ended and this editor holds the document.
 */
export function useEditLock(process: string, document: string, enabled: boolean, onFree: () => void): EditLock {
  const [editor] = useState(() => crypto.randomUUID())
  const [holder, setHolder] = useState<Editing | null>(null)
  const [lost, setLost] = useState(false)
  const known = useRef<'unknown' | 'mine' | 'theirs'>('unknown')
  const lostBefore = useRef(false)
  const latest = useRef(onFree)
  useEffect(() => {
    latest.current = onFree
  })

  const ask = useCallback(
    async (takeOver: boolean) => {
      const lock = await holdEditing(process, document, editor, takeOver)
      const before = known.current
      known.current = lock.mine ? 'mine' : 'theirs'
      setHolder(lock.mine ? null : lock)
      lostBefore.current = !lock.mine && (before === 'mine' || lostBefore.current)
      setLost(lostBefore.current)
      if (lock.mine && before === 'theirs') latest.current()
    },
    [process, document, editor],
  )

  useEffect(() => {
    if (!enabled) return
    // Without an answer nothing changes: the revision keeps texts apart, the lock only tells.
    const renew = () => void ask(false).catch(() => undefined)
    const leave = () => void leaveEditing(process, document, editor).catch(() => undefined)
    renew()
    const timer = setInterval(renew, RENEWAL_MILLISECONDS)
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', renew)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', renew)
      leave()
    }
  }, [ask, enabled, process, document, editor])

  const takeOver = useCallback(() => ask(true), [ask])
  return { holder, lost, takeOver }
}
