import { Link } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { askPasswordLink } from '../api/password-link'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { TextField } from '../ds/Field'
import { ErrorMessage, Message } from '../ds/Message'
import { passwordLinkMessages as text } from '../messages/password-link'
import { usePageTitle } from '../shell/page-title'
import { EntryFrame } from './EntryFrame'

/** Who forgot the password asks for a link; whether there is such a person is told to nobody (ACC-01). */
export function ForgotPage() {
  usePageTitle(text.forgotPage)
  const [login, setLogin] = useState('')
  const [checked, setChecked] = useState(false)
  const [asked, setAsked] = useState('')
  const act = useAct((who: string, key) => askPasswordLink(who, key), { onDone: (_, who) => setAsked(who) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (login.trim()) void act.run(login.trim())
  }
  return (
    <EntryFrame title={text.forgotPage}>
      {asked ? (
        <>
          <Message tone="success" announced>{text.asked(asked)}</Message>
          <p>{text.notArrived}</p>
        </>
      ) : (
        <form className="stack" onSubmit={submit} noValidate>
          <p>{text.forgotText}</p>
          <ErrorMessage error={act.error} />
          <TextField
            label={text.login}
            hint={text.loginHint}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            maxLength={80}
            value={login}
            onChange={setLogin}
            error={checked && !login.trim() ? text.loginMissing : undefined}
          />
          <div>
            <Button type="submit" look="primary" busy={act.busy}>
              {text.send}
            </Button>
          </div>
        </form>
      )}
      <p>
        <Link to="/entrar">{text.back}</Link>
      </p>
    </EntryFrame>
  )
}
