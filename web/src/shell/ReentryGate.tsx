import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { isWaitingForSession, onSessionGate } from '../api/session-gate'
import { whenQuiet } from './when-quiet'

const load = () => import('./ReentryDialog')
const ReentryDialog = lazy(load)

/**
 * Draws the password dialog over whatever is open, whenever a request is waiting for a session. It comes right after
 * the first screen, not with it nor on demand: when the session ends is the worst moment to need one more file.
 */
export function ReentryGate() {
  const waiting = useSyncExternalStore(onSessionGate, isWaitingForSession)
  useEffect(() => whenQuiet(() => void load().catch(() => undefined)), [])
  return <Suspense fallback={null}>{waiting ? <ReentryDialog /> : null}</Suspense>
}
