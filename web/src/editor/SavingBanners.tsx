import type { ReactNode } from 'react'
import { Button } from '../ds/Button'
import { Message } from '../ds/Message'
import { editorMessages } from '../messages/editor'
import { useTime } from '../time/use-time'
import type { LocalCopy } from './saving/localCopy'
import type { SaveEvent, SaveState } from './saving/autosave'

interface SavingBannersProps {
  state: SaveState
  dispatch: (event: SaveEvent) => void
  onCopy: () => void
  onResolve: () => void
}

function action(label: string, run: () => void): ReactNode {
  return (
    <Button small look="secondary" onClick={run}>
      {label}
    </Button>
  )
}

/** What went wrong with saving, and what the person can do; the text itself is safe in every case. */
export function SavingBanners({ state, dispatch, onCopy, onResolve }: SavingBannersProps) {
  const retry = action(editorMessages.saving.retry, () => dispatch({ type: 'retry_elapsed' }))
  if (state.phase === 'offline') {
    const { title, text } = editorMessages.offline
    return (
      <Message tone="warning" announced actions={retry}>
        <strong>{state.reason ?? title}</strong> {text}
      </Message>
    )
  }
  if (state.phase === 'session_expired') {
    return (
      <Message
        tone="warning"
        announced
        actions={action(editorMessages.session.enter, () => dispatch({ type: 'session_restored' }))}
      >
        <strong>{editorMessages.session.title}</strong> {editorMessages.session.text}
      </Message>
    )
  }
  if (state.phase === 'conflict') {
    return (
      <Message tone="warning" announced actions={action(editorMessages.conflict.resolve, onResolve)}>
        <strong>{editorMessages.conflict.title}.</strong> {editorMessages.conflict.pending}
      </Message>
    )
  }
  if (state.phase === 'refused') {
    const actions = (
      <>
        {action(editorMessages.refused.copy, onCopy)}
        {action(editorMessages.saving.retry, () => dispatch({ type: 'save_requested', explicit: true }))}
      </>
    )
    return (
      <Message tone="danger" announced actions={actions}>
        <strong>{editorMessages.refused.title}</strong> {state.reason} {editorMessages.refused.kept}
      </Message>
    )
  }
  return null
}

interface RecoveredBannerProps {
  copy: LocalCopy
  /** Who saved the document after the copy was written, when somebody did. */
  savedSince: { who: string; at: string } | null
  canRestore: boolean
  onRestore: () => void
  onCopy: () => void
  onDiscard: () => void
}

export function RecoveredBanner({ copy, savedSince, canRestore, onRestore, onCopy, onDiscard }: RecoveredBannerProps) {
  const text = editorMessages.recovered
  const time = useTime()
  const actions = (
    <>
      {canRestore ? action(text.restore, onRestore) : null}
      {action(text.copy, onCopy)}
      {action(text.discard, onDiscard)}
    </>
  )
  return (
    <Message tone="info" announced actions={actions}>
      {text.text(time.instant(copy.keptAt))}{' '}
      {savedSince ? text.changedSince(savedSince.who, time.instant(savedSince.at)) : null}
    </Message>
  )
}
