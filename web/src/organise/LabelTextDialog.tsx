import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Outcomes } from '../acts/Outcomes'
import type { Outcome } from '../acts/use-bulk'
import { arrangementQuery } from '../api/desk'
import { useMe } from '../api/use-me'
import { FormDialog } from '../ds/Dialog'
import { Select, TextArea } from '../ds/Field'
import { Message } from '../ds/Message'
import { labelMessages as text } from '../messages/organise'
import { putOn } from './LabelMenu'
import type { DeskTarget } from './targets'

const MAXIMUM = 500

/** A label with something written beside it (TRA-09), on one or many. */
export default function LabelTextDialog({ targets, onClose }: { targets: DeskTarget[]; onClose: () => void }) {
  const { unit } = useMe()
  const { data } = useQuery(arrangementQuery(unit.id))
  const labels = (data?.labels ?? []).filter((label) => label.active)
  const [chosen, setChosen] = useState('')
  const [words, setWords] = useState('')
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const label = labels.find((one) => one.id === chosen)
  const choose = (id: string) => {
    setChosen(id)
    const only = targets.length === 1 ? targets[0]?.desk.labels.find((one) => one.id === id) : undefined
    if (only && !words) setWords(only.text)
  }
  const submit = async () => {
    setChecked(true)
    if (!label) return
    setBusy(true)
    const failed = (await putOn(label, targets, words.trim())).filter((one) => one.problem)
    setBusy(false)
    setOutcomes(failed)
    if (failed.length === 0) onClose()
  }
  return (
    <FormDialog
      title={text.textTitle(targets.length, targets[0]?.nup ?? '')}
      confirm={text.confirmText}
      busy={busy}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {data && labels.length === 0 ? <Message tone="info">{text.noneYet}</Message> : null}
      <Select label={text.choose} required value={chosen} onChange={choose} error={checked && !label ? text.chooseMissing : undefined}>
        <option value="">{text.choosePlaceholder}</option>
        {labels.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
      <TextArea label={text.text} hint={text.textHint} value={words} onChange={setWords} maxLength={MAXIMUM} rows={3} />
      <Outcomes outcomes={outcomes} />
    </FormDialog>
  )
}
