import { useNavigate, useRouter } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../api/problem'
import { enterVouched, enterWithCode, type VouchedCode } from '../api/providers'
import { queryClient } from '../api/query-client'
import { meKey } from '../api/session'
import type { Me } from '../api/types'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { providerMessages as text } from '../messages/providers'
import { rememberEntering } from '../learning/tour'
import { usePageTitle } from '../shell/page-title'
import { HOME } from '../environment'
import { type SecondStep, SecondStepFields } from './SecondStep'
import { EntryFrame } from './EntryFrame'
import { type Away, inside, rememberLeave, takeAway } from './away'

const home = () => window.location.assign(`${HOME}/entrar`)

/** Where a provider sends the person back to: in, asked for the code, or told why not (ACC-01, ACC-02). */
export function EntryReturnPage() {
  usePageTitle(text.title)
  const { error, said, asked, goOn } = useEntering()
  return (
    <EntryFrame title={text.title}>
      {error || said || asked ? null : <Loading label={text.entering} />}
      {asked ? <CodeForm onDone={goOn} /> : null}
      <ErrorMessage error={error} />
      {said ? <Message tone="warning">{said}</Message> : null}
      {error || said ? (
        <Button look="primary" onClick={home}>
          {text.back}
        </Button>
      ) : null}
    </EntryFrame>
  )
}

function CodeForm({ onDone }: { onDone: (me: Me) => Promise<void> }) {
  const [step, setStep] = useState<SecondStep>({ code: '', trust: false })
  const [checked, setChecked] = useState(false)
  const act = useAct((code: VouchedCode, key) => enterWithCode(code, key), { onDone })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (step.code.trim()) void act.run({ one_time_code: step.code, trust_device: step.trust })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorMessage error={act.error} />
      <SecondStepFields step={step} onChange={setStep} onBack={home} missing={checked && !step.code.trim()} busy={act.busy} />
    </form>
  )
}

/** Once: the code in the address is good for one use, and does not stay there. */
function useEntering() {
  const [error, setError] = useState<unknown>(null)
  const [said, setSaid] = useState('')
  const [asked, setAsked] = useState(false)
  const begun = useRef(false)
  const away = useRef<Away | null>(null)
  const router = useRouter()
  const navigate = useNavigate()
  const goOn = useRef(async (me: Me) => {
    queryClient.clear()
    queryClient.setQueryData(meKey, me)
    rememberLeave(away.current?.leave ?? null)
    rememberEntering()
    if (away.current && inside(away.current.back)) router.history.push(HOME + away.current.back)
    else await navigate({ to: '/caixa' })
  }).current
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const given = new URLSearchParams(window.location.search)
    const [code, state] = [given.get('code'), given.get('state')]
    window.history.replaceState(window.history.state, '', window.location.pathname)
    if (!code || !state) {
      setSaid(given.has('error') ? text.refused : text.lost)
      return
    }
    away.current = takeAway()
    enterVouched({ code, state })
      .then(goOn)
      .catch((thrown: unknown) => {
        if (thrown instanceof ApiProblem && thrown.code === 'one_time_code_required') setAsked(true)
        else setError(thrown)
      })
  }, [goOn])
  return { error, said, asked, goOn }
}
