import { useSyncExternalStore } from 'react'
import { dsMessages } from '../messages/ds'
import { Button } from './Button'
import { classNames } from './class-names'
import { currentToasts, dismissToast, onToasts, type Toast } from './toast'

export function ToastRegion() {
  const toasts = useSyncExternalStore(onToasts, currentToasts)
  return (
    <section className="toasts" aria-label={dsMessages.notices} aria-live="polite" aria-relevant="additions">
      {toasts.map((toast) => (
        <ToastItem key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastItem({ toast }: { toast: Toast }) {
  const { action } = toast
  return (
    <div className={classNames('toast', toast.tone === 'danger' && 'toast-danger')}>
      <span>{toast.text}</span>
      {action ? (
        <Button
          small
          look="secondary"
          onClick={() => {
            dismissToast(toast.id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <Button small onClick={() => dismissToast(toast.id)}>
        {dsMessages.close}
      </Button>
    </div>
  )
}
