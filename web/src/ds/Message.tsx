import type { ReactNode } from 'react'
import { sentenceForError } from '../api/problem'
import { dsMessages } from '../messages/ds'
import { Button } from './Button'
import { classNames } from './class-names'

interface MessageProps {
  tone: 'info' | 'success' | 'warning' | 'danger'
  children: ReactNode
  actions?: ReactNode
  /** Announced as soon as it appears; use for what follows an act of the person. */
  announced?: boolean
}

export function Message({ tone, children, actions, announced }: MessageProps) {
  const role = announced ? (tone === 'danger' ? 'alert' : 'status') : undefined
  return (
    <div className={classNames('message', `message-${tone}`)} role={role}>
      <div className="message-text">{children}</div>
      {actions}
    </div>
  )
}

export function ErrorMessage({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (!error) return null
  const retry = onRetry ? (
    <Button small look="secondary" onClick={onRetry}>
      {dsMessages.tryAgain}
    </Button>
  ) : null
  return (
    <Message tone="danger" announced actions={retry}>
      {sentenceForError(error)}
    </Message>
  )
}

/** Keeps its place on the screen while something loads, so that nothing jumps when it arrives. */
export function Loading({ label = dsMessages.loading, lines = 0 }: { label?: string; lines?: number }) {
  return (
    <div className="loading" role="status">
      <span className="spinner" aria-hidden="true" /> <span>{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span className="loading-line" key={index} aria-hidden="true" />
      ))}
    </div>
  )
}

export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children ? <div className="muted">{children}</div> : null}
    </div>
  )
}
