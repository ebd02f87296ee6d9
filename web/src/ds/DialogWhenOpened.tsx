import { type ComponentProps, lazy, Suspense } from 'react'
import type * as Dialogs from './Dialog'

/** Comes by itself right after the first screen, for the window of `shell/ReentryDialog`: nobody waits for it here. */
const load = () => import('./Dialog')
const LoadedDialog = lazy(async () => ({ default: (await load()).Dialog }))
const LoadedFormDialog = lazy(async () => ({ default: (await load()).FormDialog }))

/** `Dialog`, for a screen whose own code is much to wait for already. */
export function Dialog(props: ComponentProps<typeof Dialogs.Dialog>) {
  return (
    <Suspense fallback={null}>
      <LoadedDialog {...props} />
    </Suspense>
  )
}

/** `FormDialog`, likewise. */
export function FormDialog(props: ComponentProps<typeof Dialogs.FormDialog>) {
  return (
    <Suspense fallback={null}>
      <LoadedFormDialog {...props} />
    </Suspense>
  )
}
