import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { pauseSecondFactor, secondFactorOfQuery, type SecondFactorOfUser } from '../api/security'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { Select, TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { securityMessages as text } from '../messages/security'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import { Changes } from './Changes'

/** The administration waits for a lost telephone (ACC-02). */
export function UserFactorPage() {
  usePageTitle(text.usersPage)
  const [login, setLogin] = useState('')
  const [asked, setAsked] = useState('')
  const [checked, setChecked] = useState(false)
  const { data, error, refetch } = useQuery(secondFactorOfQuery(asked))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    setAsked(login.trim().toLowerCase())
  }
  return (
    <section className="sheet stack">
      <h1>{text.usersPage}</h1>
      <p>{text.usersIntro}</p>
      <form className="stack" onSubmit={submit} noValidate>
        <TextField
          label={text.userLogin}
          hint={text.userLoginHint}
          className="field-short"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={login}
          onChange={setLogin}
          error={checked && !login.trim() ? text.userLoginMissing : undefined}
        />
        <div>
          <Button type="submit" look="primary">
            {text.lookUp}
          </Button>
        </div>
      </form>
      <ErrorMessage error={error} />
      {data && !error ? <UserFactor key={data.user.id} found={data} onChanged={() => void refetch()} /> : null}
    </section>
  )
}

function UserFactor({ found, onChanged }: { found: SecondFactorOfUser; onChanged: () => void }) {
  const time = useTime()
  return (
    <section className="stack" aria-labelledby="usuario">
      <h2 id="usuario">
        {found.user.name} <span className="muted">({found.user.id})</span>
      </h2>
      <p>{found.enrolled_at ? text.on(time.instant(found.enrolled_at)) : text.userOff}</p>
      {found.paused_until ? <p>{text.userPaused(time.instant(found.paused_until))}</p> : null}
      {found.enrolled_at ? <PauseForm found={found} onChanged={onChanged} /> : null}
      <Changes title={text.history} events={found.events} />
    </section>
  )
}

function PauseForm({ found, onChanged }: { found: SecondFactorOfUser; onChanged: () => void }) {
  const [hours, setHours] = useState('24')
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const act = useAct((input: { hours: number; reason: string }, key) => pauseSecondFactor(found.user.id, input, key), {
    onDone: (_, { hours: chosen }) => {
      announce(chosen ? text.pausedDone : text.pauseEnded)
      setReason('')
      setChecked(false)
      onChanged()
    },
  })
  if (found.paused_until) {
    return (
      <div className="stack">
        <ErrorMessage error={act.error} />
        <div>
          <Button busy={act.busy} onClick={() => void act.run({ hours: 0, reason: text.endPauseReason })}>
            {text.endPause}
          </Button>
        </div>
      </div>
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (reason.trim().length >= 5) void act.run({ hours: Number(hours), reason: reason.trim() })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Select label={text.hours} value={hours} onChange={setHours}>
        {Object.entries(text.hoursOptions).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <TextField
        label={text.reason}
        hint={text.reasonHint}
        maxLength={200}
        required
        value={reason}
        onChange={setReason}
        error={checked && reason.trim().length < 5 ? text.reasonMissing : act.field('reason')}
      />
      <ErrorMessage error={act.error} />
      <div>
        <Button type="submit" busy={act.busy}>
          {text.pause}
        </Button>
      </div>
    </form>
  )
}
