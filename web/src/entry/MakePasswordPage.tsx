import { Link } from '@tanstack/react-router'
import { useEffect, useState, type FormEvent } from 'react'
import { type PasswordLinkCard, readPasswordLink, spendPasswordLink } from '../api/password-link'
import { queryClient } from '../api/query-client'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { TextField } from '../ds/Field'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { passwordLinkMessages as text } from '../messages/password-link'
import { usePageTitle } from '../shell/page-title'
import { EntryFrame } from './EntryFrame'

/** The page a link leads to: nothing is spent until the person confirms, for mail scanners open links too (ACC-01). */
export function MakePasswordPage() {
  const { link, card, error } = useLink()
  const [done, setDone] = useState(false)
  const title = card?.purpose === 'first_access' ? text.firstPage : text.resetPage
  usePageTitle(title)
  return (
    <EntryFrame title={title}>
      {done ? (
        <>
          <Message tone="success" announced>{text.done}</Message>
          <p>
            <Link to="/entrar">{text.enter}</Link>
          </p>
        </>
      ) : card ? (
        <PasswordForm link={link} card={card} onDone={() => setDone(true)} />
      ) : (
        <>
          {link ? null : <Message tone="warning">{text.lost}</Message>}
          <ErrorMessage error={error} />
          {link && !error ? <Loading label={text.checking} /> : null}
          <p>
            <Link to="/esqueci-a-senha">{text.askAnother}</Link>
          </p>
        </>
      )}
    </EntryFrame>
  )
}

/** What follows the # goes to the server in a body only, and does not stay in the address. */
function useLink() {
  const [link] = useState(() => decodeURIComponent(window.location.hash.slice(1)).trim())
  const [card, setCard] = useState<PasswordLinkCard | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    window.history.replaceState(window.history.state, '', window.location.pathname)
    let here = true
    if (link) {
      readPasswordLink(link)
        .then((found) => here && setCard(found))
        .catch((thrown: unknown) => here && setError(thrown))
    }
    return () => {
      here = false
    }
  }, [link])
  return { link, card, error }
}

function PasswordForm({ link, card, onDone }: { link: string; card: PasswordLinkCard; onDone: () => void }) {
  const [password, setPassword] = useState('')
  const [repeat, setRepeat] = useState('')
  const [shown, setShown] = useState(false)
  const [checked, setChecked] = useState(false)
  const { run, busy, error, field } = useAct((typed: string, key) => spendPasswordLink(link, typed, key), {
    onDone: () => {
      // Whoever was in with the password before is out.
      queryClient.clear()
      onDone()
    },
  })
  const differs = password !== repeat
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (password && !differs) void run(password)
  }
  const kind = shown ? 'text' : 'password'
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{text.whose(card.name, card.login)}</p>
      <input className="visually-hidden" type="text" autoComplete="username" value={card.login} readOnly tabIndex={-1} aria-hidden="true" />
      <TextField
        label={text.newPassword}
        hint={text.newPasswordHint}
        type={kind}
        autoComplete="new-password"
        autoFocus
        value={password}
        onChange={setPassword}
        error={checked && !password ? text.newPasswordMissing : field('new_password')}
      />
      <TextField
        label={text.repeat}
        type={kind}
        autoComplete="new-password"
        value={repeat}
        onChange={setRepeat}
        error={checked && differs ? text.repeatDiffers : undefined}
      />
      <Checkbox label={text.show} checked={shown} onChange={setShown} />
      {card.purpose === 'reset' ? <p className="muted small">{text.ended}</p> : null}
      <ErrorMessage error={error && !field('new_password') ? error : null} />
      {error?.code === 'link_invalid' ? (
        <p>
          <Link to="/esqueci-a-senha">{text.askAnother}</Link>
        </p>
      ) : null}
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {text.create}
        </Button>
      </div>
    </form>
  )
}
