import { lazy, Suspense, useSyncExternalStore } from 'react'
import { onSecretGate, processWaiting } from '../api/secret-gate'

const SecretDialog = lazy(() => import('../confidential/SecretDialog'))

/** Draws the password dialog over whatever is open, whenever a request is about a confidential process not opened. */
export function SecretGate() {
  const process = useSyncExternalStore(onSecretGate, processWaiting)
  return process ? (
    <Suspense fallback={null}>
      <SecretDialog key={process} process={process} />
    </Suspense>
  ) : null
}
