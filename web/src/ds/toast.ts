/** Short notices at the foot of the page, announced to screen readers. */
export interface Toast {
  id: number
  text: string
  tone: 'success' | 'danger'
  action?: { label: string; run: () => void }
}

const VISIBLE_MS = 8000
const LONG_VISIBLE_MS = 15_000

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function publish(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

export function announce(text: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
  lastId += 1
  const toast: Toast = { id: lastId, text, tone: options.tone ?? 'success' }
  if (options.action) toast.action = options.action
  publish([...toasts.slice(-2), toast])
  const visible = toast.tone === 'danger' ? LONG_VISIBLE_MS : VISIBLE_MS
  setTimeout(() => dismissToast(toast.id), visible)
}

export function dismissToast(id: number): void {
  if (toasts.some((toast) => toast.id === id)) publish(toasts.filter((toast) => toast.id !== id))
}

export function currentToasts(): readonly Toast[] {
  return toasts
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
