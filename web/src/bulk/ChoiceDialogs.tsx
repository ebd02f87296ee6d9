import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { reopeningInput, reopenWords } from '../acts/reopening'
import { returnDueProblem, type ReturnDueForm } from '../acts/return-due'
import { ReturnDueFields } from '../acts/ReturnDueFields'
import type { BlockKind } from '../api/blocks'
import { templatesQuery } from '../api/checklists'
import { useMe } from '../api/use-me'
import { RadioGroup } from '../ds/Choice'
import { Select, TextField } from '../ds/Field'
import { blockMessages, includeMessages } from '../messages/blocks'
import { moreMessages as text } from '../messages/bulk-dialogs'
import { checklistMessages } from '../messages/checklists'
import { useTime } from '../time/use-time'
import { useAccessChoice, useBlockChoice } from './choices'
import type { MoreDialogProps } from './more'
import { OrderDialog } from './OrderDialog'

const BLOCK = { label: text.blockField, choose: text.blockChoose, missing: text.blockMissing, none: text.blockNone }

/** A meeting or internal block of the unit (BLO-06, BLO-07). */
export function BlockManyDialog(props: MoreDialogProps) {
  const [kind, setKind] = useState<BlockKind>('internal')
  const { form, fields } = useBlockChoice(kind, BLOCK)
  return (
    <OrderDialog act="block" form={form} {...props}>
      <RadioGroup
        label={includeMessages.kind}
        inline
        value={kind}
        onChange={setKind}
        options={(['internal', 'meeting'] as const).map((value) => ({ value, label: blockMessages.kindOne[value] }))}
      />
      {fields}
    </OrderDialog>
  )
}

/** A ready-made list of the unit, or one item, on the list of each (demands 1). */
export function ChecklistManyDialog(props: MoreDialogProps) {
  const { unit } = useMe()
  const { data } = useQuery(templatesQuery(unit.id))
  const [template, setTemplate] = useState('')
  const [item, setItem] = useState('')
  const [checked, setChecked] = useState(false)
  const form = () => {
    setChecked(true)
    return template || item.trim() ? { template: template || null, items: item.trim() ? [item.trim()] : [] } : null
  }
  return (
    <OrderDialog act="checklist" form={form} {...props}>
      {data && data.templates.length > 0 ? (
        <Select label={checklistMessages.template} value={template} onChange={setTemplate}>
          <option value="">{checklistMessages.noTemplate}</option>
          {data.templates.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      ) : null}
      <TextField
        label={checklistMessages.item}
        maxLength={200}
        value={item}
        onChange={setItem}
        error={checked && !template && !item.trim() ? checklistMessages.missing : undefined}
      />
    </OrderDialog>
  )
}

/** A type that does not allow the level refuses, process by process (PRO-08). */
export function AccessManyDialog(props: MoreDialogProps) {
  const { form, fields } = useAccessChoice(text.accessText)
  return (
    <OrderDialog act="access" form={form} {...props}>
      {fields}
    </OrderDialog>
  )
}

/** Conclude, and come back by themselves on a date, or after so many days (TRA-04, TRA-06). */
export function ConcludeManyDialog(props: MoreDialogProps) {
  const { today } = useTime()
  const [reopening, setReopening] = useState<ReturnDueForm>({ kind: 'date', date: '', days: '5' })
  const [checked, setChecked] = useState(false)
  const problem = returnDueProblem(reopening, today())
  const form = () => {
    setChecked(true)
    return problem ? null : { ...reopeningInput(reopening) }
  }
  return (
    <OrderDialog act="conclude" form={form} {...props}>
      <p>{text.concludeText}</p>
      <ReturnDueFields
        form={reopening}
        onChange={setReopening}
        error={checked ? problem : undefined}
        words={reopenWords}
        required
      />
    </OrderDialog>
  )
}
