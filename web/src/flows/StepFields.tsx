import { useState, type ReactNode } from 'react'
import type { FlowStep } from '../api/flows'
import { RadioGroup } from '../ds/Choice'
import { TextArea } from '../ds/Field'
import { flowMessages as text } from '../messages/flows'

const LONGEST = 500

interface StepWords {
  /** What the answers are called. */
  ways: string
  /** What is written besides, and whether it must be. */
  words: string
  required?: boolean
  rows: number
}

/** What ends a step: its answer, where it decides, and some words. */
export function useStepForm(step: FlowStep, labels: StepWords) {
  const [way, setWay] = useState('')
  const [words, setWords] = useState('')
  const [checked, setChecked] = useState(false)
  const decides = step.kind === 'decision'
  const missing = { way: decides && !way, words: labels.required === true && !words.trim() }
  /** null when a field says what is missing. */
  const read = () => {
    setChecked(true)
    return missing.way || missing.words ? null : { ...(decides ? { way: Number(way) } : {}), words: words.trim() }
  }
  const fields = (refused: string | undefined): ReactNode => (
    <>
      {decides ? (
        <RadioGroup
          label={labels.ways}
          required
          options={step.ways.map((one) => ({ value: String(one.way), label: one.label }))}
          value={way}
          onChange={setWay}
          error={checked && missing.way ? text.decisionMissing : undefined}
        />
      ) : null}
      <TextArea
        label={labels.words}
        {...(labels.required ? { required: true } : {})}
        rows={labels.rows}
        maxLength={LONGEST}
        value={words}
        onChange={setWords}
        error={refused ?? (checked && missing.words ? text.whyMissing : undefined)}
      />
    </>
  )
  return { read, fields }
}
