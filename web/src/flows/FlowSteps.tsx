import type { ReactNode } from 'react'
import type { FlowRun, FlowStep, FlowStepState } from '../api/flows'
import { Button } from '../ds/Button'
import { Tag, type Tone } from '../ds/Tag'
import { flowMessages as text, flowStepStateName } from '../messages/flows'
import { formatCivil } from '../time/format'
import { useTime } from '../time/use-time'

const TONES: Record<FlowStepState, Tone> = {
  to_come: 'neutral',
  open: 'strong',
  done: 'success',
  skipped: 'warning',
  cancelled: 'neutral',
  not_needed: 'neutral',
}

interface FlowStepsProps {
  run: FlowRun
  onComplete: (step: FlowStep) => void
  onSkip: (step: FlowStep) => void
}

/** The steps in the order of the flow; the state of each is a word, and the line beside them only repeats it. */
export function FlowSteps({ run, onComplete, onSkip }: FlowStepsProps) {
  return (
    <section className="stack-small">
      <h3>{text.steps}</h3>
      <ol className="flow-steps">
        {run.steps.map((step) => (
          <li
            key={step.step}
            className={step.branch ? 'flow-step flow-step-branch' : 'flow-step'}
            data-state={step.state}
            aria-current={step.state === 'open' ? 'step' : undefined}
          >
            <p>
              <strong>{step.name}</strong> <Tag tone={TONES[step.state]}>{flowStepStateName[step.state]}</Tag>{' '}
              {step.overdue ? <Tag tone="danger">{text.overdue}</Tag> : null}
            </p>
            {step.branch ? <p className="muted small">{text.branch(step.branch)}</p> : null}
            <Facts step={step} />
            {step.can_complete || step.can_skip ? (
              <div className="row">
                {step.can_complete ? (
                  <Button
                    small
                    look="primary"
                    aria-label={`${step.kind === 'decision' ? text.decide : text.complete}: ${step.name}`}
                    onClick={() => onComplete(step)}
                  >
                    {step.kind === 'decision' ? text.decide : text.complete}
                  </Button>
                ) : null}
                {step.can_skip ? (
                  <Button small aria-label={`${text.skip}: ${step.name}`} onClick={() => onSkip(step)}>
                    {text.skip}
                  </Button>
                ) : null}
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Facts({ step }: { step: FlowStep }) {
  const time = useTime()
  const lines: ReactNode[] = []
  if (step.unit) {
    const due = step.state === 'open' && step.due ? `, ${text.due(formatCivil(step.due))}` : ''
    lines.push(`${text.unit(step.unit.acronym, step.escalated_to?.acronym ?? null)}${due}`)
  }
  if (step.kind === 'choice') lines.push(text.field)
  if (step.document && step.document_number) lines.push(text.rests(step.document, step.document_number))
  else if (step.document && (step.state === 'open' || step.state === 'to_come')) lines.push(text.asks(step.document))
  if (step.answer) lines.push(text.answer(step.answer))
  if (step.by && step.ended_at) lines.push(text.doneBy(step.by.name, time.instant(step.ended_at)))
  if (step.note) lines.push(step.note)
  if (step.times > 1) lines.push(text.times(step.times))
  return (
    <>
      {lines.map((line) => (
        <p key={String(line)} className="small">
          {line}
        </p>
      ))}
    </>
  )
}
