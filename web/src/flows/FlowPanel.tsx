import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { cancelFlow, flowQuery, pauseFlow, resumeFlow, startFlow, type FlowOffer, type FlowProgress, type FlowRun, type FlowStep } from '../api/flows'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { flowMessages as text, flowStateName } from '../messages/flows'
import AskDialog from '../ties/AskDialog'
import ReasonDialog from '../ties/ReasonDialog'
import { useTime } from '../time/use-time'
import { CompleteDialog } from './CompleteDialog'
import { FlowSteps } from './FlowSteps'
import { SkipDialog } from './SkipDialog'
import './flows.css'

type Asking =
  | { act: 'pause' | 'resume' | 'cancel' }
  | { act: 'start'; offer: FlowOffer }
  | { act: 'complete' | 'skip'; step: FlowStep }
  | null

/** The flow of a process: where it is, what was done, what comes, and what may be done here. */
export default function FlowPanel({ process }: { process: string }) {
  const { data, error, refetch } = useQuery(flowQuery(process))
  const [asking, setAsking] = useState<Asking>(null)
  return (
    <div className="side-body stack">
      <ErrorMessage error={data ? null : error} onRetry={() => void refetch()} />
      {data ? <Progress progress={data} onAsk={setAsking} /> : error ? null : <Loading lines={4} />}
      {asking ? <Dialogs asking={asking} process={process} onClose={() => setAsking(null)} /> : null}
    </div>
  )
}

interface ProgressProps {
  progress: FlowProgress
  onAsk: (asking: Asking) => void
}

function Progress({ progress, onAsk }: ProgressProps) {
  const { run, offers } = progress
  if (!run && offers.length === 0) return <p className="muted">{text.none}</p>
  return (
    <>
      {run ? <Run run={run} progress={progress} onAsk={onAsk} /> : null}
      {offers.length > 0 ? (
        <section className="stack-small">
          <h3>{text.offered}</h3>
          <p className="muted small">{progress.can_start ? text.offeredNote : text.cannotStart}</p>
          {offers.map((offer) => (
            <div key={offer.code} className="flow-offer">
              <p>
                <strong>{offer.name}</strong> <span className="muted small">{text.version(offer.version)}</span>
              </p>
              {offer.description ? <p className="small">{offer.description}</p> : null}
              {progress.can_start ? (
                <Button small look="secondary" aria-label={`${text.start}: ${offer.name}`} onClick={() => onAsk({ act: 'start', offer })}>
                  {text.start}
                </Button>
              ) : null}
            </div>
          ))}
        </section>
      ) : null}
    </>
  )
}

function Run({ run, progress, onAsk }: ProgressProps & { run: FlowRun }) {
  const time = useTime()
  const open = run.steps.filter((step) => step.state === 'open')
  const names = open.map((step) => `${step.name}${step.unit ? ` (${step.unit.acronym})` : ''}`).join('; ')
  const held = run.state === 'paused'
  const live = held || run.state === 'running'
  return (
    <>
      <section className="stack-small">
        <h3>
          {run.name} <span className="muted small">{text.version(run.version)}</span>
        </h3>
        <p>
          <Tag tone={run.state === 'running' ? 'info' : held ? 'warning' : 'neutral'}>{flowStateName[run.state]}</Tag>{' '}
          {live ? text.progress(run.done, run.total) : text.passed(run.done)}
        </p>
        {live ? (
          <progress className="flow-progress" max={run.total} value={run.done} aria-label={text.progress(run.done, run.total)} />
        ) : null}
        {names ? <p>{text.now(names)}</p> : null}
        {run.reason ? <p>{text.reason(run.reason)}</p> : null}
        <p className="muted small">{text.startedBy(run.by.name, run.unit.acronym, time.instant(run.started_at))}</p>
        {run.state === 'running' && !run.free_routing ? <p className="muted small">{text.guided}</p> : null}
      </section>
      <FlowSteps
        run={run}
        onComplete={(step) => onAsk({ act: 'complete', step })}
        onSkip={(step) => onAsk({ act: 'skip', step })}
      />
      <div className="row">
        {progress.can_hold ? (
          <Button small look="secondary" onClick={() => onAsk({ act: held ? 'resume' : 'pause' })}>
            {held ? text.resume : text.pause}
          </Button>
        ) : null}
        {progress.can_cancel ? (
          <Button small onClick={() => onAsk({ act: 'cancel' })}>
            {text.cancel}
          </Button>
        ) : null}
      </div>
    </>
  )
}

interface DialogsProps {
  asking: NonNullable<Asking>
  process: string
  onClose: () => void
}

function Dialogs({ asking, process, onClose }: DialogsProps) {
  const common = { process, onClose }
  switch (asking.act) {
    case 'start':
      return (
        <AskDialog
          {...common}
          title={text.startTitle(asking.offer.name)}
          explanation={text.startText}
          confirm={text.start}
          done={text.started}
          send={(key) => startFlow(process, asking.offer.code, key)}
        />
      )
    case 'resume':
      return (
        <AskDialog
          {...common}
          title={text.resumeTitle}
          explanation={text.resumeText}
          confirm={text.resume}
          done={text.resumed}
          send={(key) => resumeFlow(process, key)}
        />
      )
    case 'pause':
      return (
        <ReasonDialog
          {...common}
          title={text.pauseTitle}
          explanation={text.pauseText}
          confirm={text.pause}
          done={text.paused}
          send={(reason, key) => pauseFlow(process, reason, key)}
        />
      )
    case 'cancel':
      return (
        <ReasonDialog
          {...common}
          title={text.cancelTitle}
          explanation={text.cancelText}
          confirm={text.cancel}
          done={text.cancelled}
          send={(reason, key) => cancelFlow(process, reason, key)}
        />
      )
    case 'complete':
      return <CompleteDialog {...common} step={asking.step} />
    case 'skip':
      return <SkipDialog {...common} step={asking.step} />
  }
}
