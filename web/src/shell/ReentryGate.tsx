import { lazy, Suspense, useSyncExternalStore } from 'react'
import { isWaitingForSession, onSessionGate } from '../api/session-gate'

const ReentryDialog = lazy(() => import('./ReentryDialog'))

/** Draws the password dialog over whatever is open, whenever a request is waiting for a session. */
export function ReentryGate() {
  const waiting = useSyncExternalStore(onSessionGate, isWaitingForSession)
  return waiting ? (
    <Suspense fallback={null}>
      <ReentryDialog />
    </Suspense>
  ) : null
}
