import { useSyncExternalStore } from 'react'
import { isWaitingForSession, onSessionGate } from '../api/session-gate'
import { ReentryDialog } from './ReentryDialog'

/**
 * Draws the password dialog over whatever is open, whenever a request is waiting for a session. It comes with the first
 * load: when the session ends is the worst moment to need one more file.
 */
export function ReentryGate() {
  const waiting = useSyncExternalStore(onSessionGate, isWaitingForSession)
  return waiting ? <ReentryDialog /> : null
}
