import { lazy, Suspense, useState } from 'react'
import { Loading } from '../ds/Message'
import { keptHere } from '../environment'
import { inboxMessages as text } from '../messages/inbox'
import { remember, remembered } from '../remembered'

const InboxSecrets = lazy(() => import('../confidential/InboxSecrets'))

const KEY = keptHere('iperoig.held-folded')
/** What the table of confidential processes takes: its head and link, and each row. */
const HEAD_REM = 6.25
const ROW_REM = 3.75

/** What is confidential and with the person, above the list. Folded, which this computer remembers, it is one line. */
export function HeldSection({ held }: { held: number }) {
  const [open, setOpen] = useState(() => remembered(KEY) !== 'true')
  const turn = (wanted: boolean) => {
    remember(KEY, String(!wanted))
    setOpen(wanted)
  }
  return (
    <details className="inbox-held" open={open} onToggle={(event) => turn(event.currentTarget.open)}>
      <summary>
        <h2>{text.held(held)}</h2>
      </summary>
      {open ? (
        // The room they will take, from the start: what is under the pointer must not move when they arrive.
        <div style={{ minHeight: `${HEAD_REM + held * ROW_REM}rem` }}>
          <Suspense fallback={<Loading label={text.loadingHeld} lines={held} />}>
            <InboxSecrets held={held} />
          </Suspense>
        </div>
      ) : null}
    </details>
  )
}
