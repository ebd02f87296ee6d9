import { useState } from 'react'
import { refreshAdministration, type UserRecord } from '../api/administration'
import { type PasswordLinkState, sendPasswordLink } from '../api/password-link'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { userLinkMessages as text } from '../messages/password-link'
import { useTime } from '../time/use-time'

/** Whether the person has a password, and the link by which it is made (ACC-08). */
export function UserLink({ user }: { user: UserRecord }) {
  const { actions } = useMe()
  const [asked, setAsked] = useState(false)
  const time = useTime()
  const offered = actions.includes('user.keep') && !user.blocked
  return (
    <>
      <h2>{text.title}</h2>
      <p>{user.has_password ? text.has : text.hasNone}</p>
      {user.password_link ? <p>{said(user.password_link, time.instant)}</p> : null}
      {offered && !user.email ? <p>{text.noEmail}</p> : null}
      {offered && user.email ? (
        <div className="row">
          <Button onClick={() => setAsked(true)}>{user.has_password ? text.sendReset : text.sendFirst}</Button>
        </div>
      ) : null}
      {asked ? <SendDialog user={user} onClose={() => setAsked(false)} /> : null}
    </>
  )
}

function said(link: PasswordLinkState, instant: (moment: string) => string): string {
  const when = instant(link.ordered_at)
  const until = link.expires_at ? instant(link.expires_at) : ''
  if (link.state === 'refused') return text.state.refused(when, link.reason)
  if (link.state === 'used') return text.state.used(when)
  if (link.state !== 'sent' || !link.expires_at) return text.state.waiting
  return Date.parse(link.expires_at) > Date.now() ? text.state.sent(when, until) : text.state.late(when, until)
}

function SendDialog({ user, onClose }: { user: UserRecord; onClose: () => void }) {
  const send = useAct((login: string, key) => sendPasswordLink(login, key), {
    onDone: async ({ email }) => {
      announce(text.sent(email))
      onClose()
      await refreshAdministration()
    },
  })
  return (
    <FormDialog
      title={text.confirmTitle(user.social_name || user.name)}
      confirm={text.send}
      busy={send.busy}
      onClose={onClose}
      onSubmit={() => void send.run(user.id)}
    >
      <p>{text.confirmText(user.email)}</p>
      <ErrorMessage error={send.error} />
    </FormDialog>
  )
}
