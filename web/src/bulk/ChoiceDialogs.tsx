import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { blocksQuery, type BlockKind } from '../api/blocks'
import { templatesQuery } from '../api/checklists'
import { useMe } from '../api/use-me'
import { RadioGroup } from '../ds/Choice'
import { DateField } from '../ds/DateField'
import { Select, TextField } from '../ds/Field'
import { Message } from '../ds/Message'
import { AccessFields, accessProblem, type AccessChoice } from '../forms/AccessFields'
import { concludeMessages } from '../messages/acts'
import { blockMessages, includeMessages } from '../messages/blocks'
import { moreMessages as text } from '../messages/bulk-dialogs'
import { checklistMessages } from '../messages/checklists'
import { addDays } from '../time/format'
import { useTime } from '../time/use-time'
import type { MoreDialogProps } from './more'
import { OrderDialog } from './OrderDialog'

/** A meeting or internal block of the unit (BLO-06, BLO-07). */
export function BlockManyDialog(props: MoreDialogProps) {
  const { unit } = useMe()
  const [kind, setKind] = useState<BlockKind>('internal')
  const [chosen, setChosen] = useState('')
  const [checked, setChecked] = useState(false)
  const blocks = useInfiniteQuery(blocksQuery(unit.id, kind, false))
  const open = (blocks.data?.pages.flatMap((page) => page.items) ?? []).filter((row) => row.state === 'generated' || row.state === 'returned')
  const form = () => {
    setChecked(true)
    return chosen ? { block: chosen } : null
  }
  return (
    <OrderDialog act="block" form={form} {...props}>
      <RadioGroup
        label={includeMessages.kind}
        inline
        value={kind}
        onChange={(now) => {
          setKind(now)
          setChosen('')
        }}
        options={(['internal', 'meeting'] as const).map((value) => ({ value, label: blockMessages.kindOne[value] }))}
      />
      {blocks.isSuccess && open.length === 0 ? <Message tone="info">{text.blockNone}</Message> : null}
      <Select label={text.blockField} required value={chosen} onChange={setChosen} error={checked && !chosen ? text.blockMissing : undefined}>
        <option value="">{text.blockChoose}</option>
        {open.map((row) => (
          <option key={row.id} value={row.id}>
            {includeMessages.option(row.number, row.description)}
          </option>
        ))}
      </Select>
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

/** The same level for each (PRO-08); a type that does not allow it refuses, process by process. */
export function AccessManyDialog(props: MoreDialogProps) {
  const [choice, setChoice] = useState<AccessChoice>({ level: 'restricted', legalBasis: '' })
  const [checked, setChecked] = useState(false)
  const problem = accessProblem(choice)
  const form = () => {
    setChecked(true)
    return problem ? null : { access_level: choice.level, legal_basis: choice.legalBasis || null }
  }
  return (
    <OrderDialog act="access" form={form} {...props}>
      <p>{text.accessText}</p>
      <AccessFields value={choice} onChange={setChoice} allowed={['public', 'restricted']} error={checked ? problem : undefined} />
    </OrderDialog>
  )
}

/** Conclude, and come back by themselves on a date (TRA-04, TRA-06). */
export function ConcludeManyDialog(props: MoreDialogProps) {
  const { today } = useTime()
  const [date, setDate] = useState('')
  const [checked, setChecked] = useState(false)
  const problem = date > today() ? undefined : concludeMessages.dateMissing
  const form = () => {
    setChecked(true)
    return problem ? null : { reopen_on: date }
  }
  return (
    <OrderDialog act="conclude" form={form} {...props}>
      <p>{text.concludeText}</p>
      <DateField
        label={concludeMessages.reopenOn}
        hint={concludeMessages.reopenHint}
        required
        autoFocus
        min={addDays(today(), 1)}
        value={date}
        onChange={setDate}
        error={checked ? problem : undefined}
      />
    </OrderDialog>
  )
}
