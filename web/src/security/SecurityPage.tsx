import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient } from '../api/query-client'
import { meKey } from '../api/session'
import { randomSeed, removeSecondFactor, renewRecoveryCodes, type SecondFactor, secondFactorQuery } from '../api/security'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { securityMessages as text } from '../messages/security'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import { Changes } from './Changes'
import { Devices } from './Devices'
import { EnrolDialog } from './EnrolDialog'
import { Password } from './Password'
import { ProofDialog } from './ProofDialog'
import { RecoveryCodes } from './RecoveryCodes'
import { Sessions } from './Sessions'
import './security.css'

/** How one enters the system: second factor, password, sessions (ACC-01, ACC-02). */
export function SecurityPage() {
  usePageTitle(text.page)
  const { data, error, refetch } = useQuery(secondFactorQuery)
  const { must_enrol: mustEnrol } = useMe()
  const changed = () => void refetch()
  return (
    <section className="sheet stack">
      <h1>{text.page}</h1>
      {mustEnrol ? <Message tone="warning">{text.mustEnrol}</Message> : null}
      <p>
        <Link to="/acessos">{text.lastAccesses}</Link>
      </p>
      <ErrorMessage error={data ? null : error} onRetry={() => void refetch()} />
      {data ? (
        <>
          <TwoSteps factor={data} onChanged={changed} />
          {data.enrolled_at ? <Devices devices={data.devices} onChanged={changed} /> : null}
          <Password asksCode={data.enrolled_at !== null && data.paused_until === null} onChanged={changed} />
          <Sessions onChanged={changed} />
          <Changes title={text.changes} hint={text.changesText} events={data.events} />
        </>
      ) : error ? null : (
        <Loading lines={4} />
      )}
    </section>
  )
}

type Open = 'enrol' | 'remove' | 'renew' | null

function TwoSteps({ factor, onChanged }: { factor: SecondFactor; onChanged: () => void }) {
  const [open, setOpen] = useState<Open>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const close = () => setOpen(null)
  const show = (made: string[]) => {
    close()
    setCodes(made)
    onChanged()
  }
  /** The session is of two steps from now on: whatever was closed to it opens. */
  const enrolled = async (made: string[]) => {
    await queryClient.invalidateQueries({ queryKey: meKey, exact: true })
    announce(text.enabled)
    show(made)
  }
  return (
    <section className="stack" aria-labelledby="duas-etapas">
      <h2 id="duas-etapas">{text.title}</h2>
      <p>{text.what}</p>
      <Standing factor={factor} />
      <div className="row">
        {factor.enrolled_at ? (
          <>
            <Button onClick={() => setOpen('renew')}>{text.renew}</Button>
            <Button onClick={() => setOpen('remove')}>{text.turnOff}</Button>
          </>
        ) : (
          <Button look="primary" onClick={() => setOpen('enrol')}>
            {text.turnOn}
          </Button>
        )}
      </div>
      {open === 'enrol' ? <EnrolDialog onClose={close} onEnrolled={(made) => void enrolled(made)} /> : null}
      {open === 'renew' ? <RenewDialog onClose={close} onDone={show} /> : null}
      {open === 'remove' ? (
        <ProofDialog
          title={text.turnOff}
          explanation={factor.required ? text.required : text.turnOffText}
          look="danger"
          act={removeSecondFactor}
          onDone={() => {
            close()
            announce(text.turnedOff)
            void queryClient.invalidateQueries({ queryKey: meKey, exact: true })
            onChanged()
          }}
          onClose={close}
        />
      ) : null}
      {codes ? <RecoveryCodes codes={codes} onClose={() => setCodes(null)} /> : null}
    </section>
  )
}

function Standing({ factor }: { factor: SecondFactor }) {
  const time = useTime()
  if (!factor.enrolled_at) return <p>{text.off}</p>
  return (
    <>
      <p>
        <strong>{text.on(time.instant(factor.enrolled_at))}</strong> {text.recoveryLeft(factor.recovery_left)}
      </p>
      {factor.paused_until ? <Message tone="warning">{text.paused(time.instant(factor.paused_until))}</Message> : null}
    </>
  )
}

function RenewDialog({ onClose, onDone }: { onClose: () => void; onDone: (codes: string[]) => void }) {
  const [seed] = useState(randomSeed)
  return (
    <ProofDialog
      title={text.renew}
      explanation={text.renewText}
      act={(proof, key) => renewRecoveryCodes({ ...proof, seed }, key)}
      onDone={({ codes }) => onDone(codes)}
      onClose={onClose}
    />
  )
}
