import { useState } from 'react'
import { refreshAdministration } from '../api/administration'
import { goLive, tickItem, undoItem, waiveItem, type RolloutLine } from '../api/rollout'
import { useAct } from '../api/use-act'
import { DateField } from '../ds/DateField'
import { FormDialog } from '../ds/Dialog'
import { TextArea, TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { rolloutMessages as text } from '../messages/rollout'
import { useTime } from '../time/use-time'
import { ReasonDialog } from './ReasonDialog'

interface ItemDialogProps {
  line: RolloutLine
  revision: number
  onClose: () => void
}

/** What no system can verify: on which day it was done, and how. */
export function TickDialog({ line, revision, onClose }: ItemDialogProps) {
  const today = useTime().today()
  const [day, setDay] = useState(today)
  const [remark, setRemark] = useState('')
  const [checked, setChecked] = useState(false)
  const act = useAct((said: { day: string; remark: string }, key) => tickItem(line.code, revision, said, key), {
    onDone: async () => {
      announce(text.ticked(line.title))
      onClose()
      await refreshAdministration()
    },
  })
  const missing = line.asks !== '' && remark.trim() === ''
  return (
    <FormDialog
      title={text.tickOf(line.title)}
      confirm={text.tick}
      busy={act.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (day && !missing) void act.run({ day, remark: remark.trim() })
      }}
    >
      {line.text ? <p>{line.text}</p> : null}
      <DateField
        label={text.day}
        required
        max={today}
        value={day}
        onChange={setDay}
        error={checked && !day ? text.dayMissing : act.field('day')}
      />
      <TextArea
        label={text.remarkLabel}
        hint={line.asks}
        required={line.asks !== ''}
        rows={3}
        maxLength={500}
        value={remark}
        onChange={setRemark}
        error={checked && missing ? text.remarkMissing : act.field('remark')}
      />
      <ErrorMessage error={act.error} />
    </FormDialog>
  )
}

export function WaiveDialog({ line, revision, onClose }: ItemDialogProps) {
  return (
    <ReasonDialog
      title={text.waiveOf(line.title)}
      explanation={text.waiveText}
      confirm={text.waive}
      look="danger"
      done={text.waived(line.title)}
      act={(why, key) => waiveItem(line.code, revision, why, key)}
      onClose={onClose}
    />
  )
}

export function UndoDialog({ line, revision, onClose }: ItemDialogProps) {
  return (
    <ReasonDialog
      title={text.undoOf(line.title)}
      explanation={text.undoText}
      confirm={text.undo}
      look="danger"
      done={text.undone(line.title)}
      act={(why, key) => undoItem(line.code, revision, why, key)}
      onClose={onClose}
    />
  )
}

const SHORTEST_NORM = 3

/** The act with its consequences, said before it is confirmed. */
export function LiveDialog({ revision, onClose }: { revision: number; onClose: () => void }) {
  const [norm, setNorm] = useState('')
  const [checked, setChecked] = useState(false)
  const act = useAct((said: string, key) => goLive(revision, said, key), {
    onDone: async () => {
      announce(text.isLive)
      onClose()
      await refreshAdministration()
    },
  })
  const missing = norm.trim().length < SHORTEST_NORM
  return (
    <FormDialog
      title={text.liveTitle}
      confirm={text.live}
      busy={act.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (!missing) void act.run(norm.trim())
      }}
    >
      <p>{text.liveText}</p>
      <ul>
        {text.liveConsequences.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <TextField
        label={text.norm}
        hint={text.normHint}
        required
        maxLength={200}
        value={norm}
        onChange={setNorm}
        error={checked && missing ? text.normMissing : act.field('norm')}
      />
      <ErrorMessage error={act.error} />
    </FormDialog>
  )
}
