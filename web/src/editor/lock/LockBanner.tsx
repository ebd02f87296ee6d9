import { useState } from 'react'
import { useMe } from '../../api/use-me'
import { Button } from '../../ds/Button'
import { FormDialog } from '../../ds/DialogWhenOpened'
import { ErrorMessage, Message } from '../../ds/Message'
import { lockMessages as text } from '../../messages/authoring'
import { useTime } from '../../time/use-time'
import type { EditLock } from './useEditLock'

/** Who is writing instead, since when, and how to take over (DOC-03). */
export function LockBanner({ lock }: { lock: EditLock }) {
  const me = useMe()
  const time = useTime()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { holder, lost } = lock
  if (!holder) return null
  const since = time.short(holder.since)
  const own = holder.by.id === me.user.id
  const sentence = own
    ? text.mine(since)
    : lost
      ? text.taken(holder.by.name, since)
      : text.held(holder.by.name, since)
  const confirm = async () => {
    try {
      await lock.takeOver()
      setAsking(false)
    } catch (thrown) {
      setError(thrown)
    }
  }
  return (
    <>
      <Message
        tone="warning"
        announced
        actions={
          <Button small look="secondary" onClick={() => setAsking(true)}>
            {text.takeOver}
          </Button>
        }
      >
        <strong>{sentence}</strong> {lost ? text.takenKept : text.wait}
      </Message>
      {asking ? (
        <FormDialog
          title={text.takeOverTitle}
          confirm={text.takeOver}
          onClose={() => setAsking(false)}
          onSubmit={() => void confirm()}
        >
          <p>{text.takeOverText(holder.by.name)}</p>
          <ErrorMessage error={error} />
        </FormDialog>
      ) : null}
    </>
  )
}
