import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useRef, useState, type FormEvent } from 'react'
import { queryClient } from '../api/query-client'
import { enter, meKey, tenantQuery, type Credentials } from '../api/session'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { entryMessages as text, shellMessages } from '../messages/shell'
import { rememberEntering } from '../learning/tour'
import { usePageTitle } from '../shell/page-title'
import { formatInstant } from '../time/format'
import { HOME } from '../environment'
import { EnvironmentList } from './EnvironmentList'
import { EntryFrame } from './EntryFrame'
import { ProviderButtons } from './ProviderButtons'
import { type SecondStep, SecondStepFields } from './SecondStep'
import { rememberLeave } from './away'

/** Login (ACC-01). A password manager and paste work; nothing is asked that a person must decipher (WCAG 3.3.8). */
export function EntryPage() {
  const { data: tenant } = useQuery(tenantQuery)
  usePageTitle(text.title)
  return (
    <EntryFrame
      title={shellMessages.product}
      below={
        <p className="entry-public">
          {text.publicTitle} <a href={`${HOME}/publico.html`}>{shellMessages.checkAuthenticity}</a>
        </p>
      }
    >
      <EntryForm />
      <ProviderButtons />
      <p>
        <Link to="/esqueci-a-senha">{text.forgotten}</Link>
      </p>
      <EnvironmentList environments={tenant?.environments ?? []} />
    </EntryFrame>
  )
}

function EntryForm() {
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [checked, setChecked] = useState(false)
  const [second, setSecond] = useState<SecondStep | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const goOn = useGoOn()
  const entry = useAct((credentials: Credentials) => enter(credentials), {
    onDone: async (me) => {
      queryClient.clear()
      queryClient.setQueryData(meKey, me)
      rememberLeave(null)
      rememberEntering()
      if (me.previous_access) {
        const when = formatInstant(me.previous_access.at, me.tenant.time_zone)
        announce(text.previousAccess(when, me.previous_access.address))
      }
      await goOn()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    const credentials = { login: login.trim(), password }
    if (second) {
      if (second.code.trim()) void entry.run({ ...credentials, one_time_code: second.code, trust_device: second.trust })
    } else if (login.trim() && password) void entry.run(credentials)
    else form.current?.querySelector<HTMLInputElement>(login.trim() ? '[type=password]' : 'input')?.focus()
  }
  const asked = entry.error?.code === 'one_time_code_required'
  if (asked && !second) setSecond({ code: '', trust: false })
  if (second) {
    const back = () => {
      setSecond(null)
      setPassword('')
      setChecked(false)
      entry.clear()
    }
    return (
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorMessage error={asked ? null : entry.error} />
        <SecondStepFields step={second} onChange={setSecond} onBack={back} missing={checked && !asked && !second.code.trim()} busy={entry.busy} />
      </form>
    )
  }
  return (
    <form ref={form} className="stack" onSubmit={submit} noValidate>
      <ErrorMessage error={entry.error} />
      <TextField
        label={text.login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        value={login}
        onChange={setLogin}
        error={checked && !login.trim() ? text.loginMissing : undefined}
      />
      <TextField
        label={text.password}
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={checked && !password ? text.passwordMissing : undefined}
      />
      <div className="row entry-actions">
        <Button small aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? text.hidePassword : text.showPassword}
        </Button>
        <Button type="submit" look="primary" busy={entry.busy}>
          {text.enter}
        </Button>
      </div>
    </form>
  )
}

/** Back to the screen that asked for the login; only addresses of this application are followed. */
function useGoOn() {
  const { voltar } = useSearch({ from: '/entrar' })
  const navigate = useNavigate()
  const router = useRouter()
  return async () => {
    if (voltar && /^\/(?![/\\])/.test(voltar) && !voltar.startsWith('/entrar')) router.history.push(HOME + voltar)
    else await navigate({ to: '/caixa' })
  }
}
