import { useState } from 'react'
import type { Announcement } from '../api/types'
import { Button } from '../ds/Button'
import { Message } from '../ds/Message'
import { announcementMessages as text } from '../messages/shell'
import { notPutAway, putAway } from './announced'

/** What the administration says to everybody, until each person puts it away (ACC-12). */
export function Announcements({ announced }: { announced: Announcement[] }) {
  const [shown, setShown] = useState(() => notPutAway(announced))
  if (shown.length === 0) return null
  const close = (one: Announcement) => {
    putAway(one, announced)
    setShown((before) => before.filter((other) => other !== one))
  }
  return (
    <section aria-label={text.title}>
      {shown.map((one) => (
        <Message
          key={one.title + one.text}
          tone={one.important ? 'warning' : 'info'}
          actions={
            <Button small aria-label={text.closeOf(one.title)} onClick={() => close(one)}>
              {text.close}
            </Button>
          }
        >
          <strong>{one.title}</strong>
          <span className="announcement-text">{one.text}</span>
        </Message>
      ))}
    </section>
  )
}
