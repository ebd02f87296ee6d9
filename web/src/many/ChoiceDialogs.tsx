import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { blocksQuery } from '../api/blocks'
import { useMe } from '../api/use-me'
import type { ComboOption } from '../ds/ComboBox'
import { Select, TextArea, TextField } from '../ds/Field'
import { Message } from '../ds/Message'
import { AccessFields, accessProblem, type AccessChoice } from '../forms/AccessFields'
import { ContactsField } from '../forms/ContactsField'
import { SubjectsField } from '../forms/SubjectsField'
import { includeMessages } from '../messages/blocks'
import { formMessages } from '../messages/forms'
import { manyDocuments as text } from '../messages/many-documents'
import { ManyDialog, type ManyDialogProps } from './ManyDialog'

const REMARK = 1000
const LINE = 250

/** A signing block of the unit (BLO-01). */
export function BlockDialog(props: ManyDialogProps) {
  const { unit } = useMe()
  const [chosen, setChosen] = useState('')
  const [checked, setChecked] = useState(false)
  const blocks = useInfiniteQuery(blocksQuery(unit.id, 'signing', false))
  const open = (blocks.data?.pages.flatMap((page) => page.items) ?? []).filter((row) => row.state === 'generated' || row.state === 'returned')
  const form = () => {
    setChecked(true)
    return chosen ? { block: chosen } : null
  }
  return (
    <ManyDialog act="block" form={form} {...props}>
      {blocks.isSuccess && open.length === 0 ? <Message tone="info">{text.blockNone}</Message> : null}
      <Select label={text.block} required value={chosen} onChange={setChosen} error={checked && !chosen ? text.blockMissing : undefined}>
        <option value="">{text.blockChoose}</option>
        {open.map((row) => (
          <option key={row.id} value={row.id}>
            {includeMessages.option(row.number, row.description)}
          </option>
        ))}
      </Select>
    </ManyDialog>
  )
}

/** The same level for each (PRO-08); one that may not have it refuses by itself. */
export function AccessDialog(props: ManyDialogProps) {
  const [choice, setChoice] = useState<AccessChoice>({ level: 'restricted', legalBasis: '' })
  const [checked, setChecked] = useState(false)
  const problem = accessProblem(choice)
  const form = () => {
    setChecked(true)
    return problem ? null : { access_level: choice.level, legal_basis: choice.legalBasis || null }
  }
  return (
    <ManyDialog act="access" form={form} {...props}>
      <p>{text.accessText}</p>
      <AccessFields value={choice} onChange={setChoice} allowed={['public', 'restricted']} error={checked ? problem : undefined} />
    </ManyDialog>
  )
}

/** What documents may have in common (features.md §1.2 "Alterar metadados"). */
export function DataDialog(props: ManyDialogProps) {
  const [description, setDescription] = useState('')
  const [remark, setRemark] = useState('')
  const [subjects, setSubjects] = useState<string[]>([])
  const [interested, setInterested] = useState<ComboOption[]>([])
  const [checked, setChecked] = useState(false)
  const filled = {
    ...(description.trim() ? { description: description.trim() } : {}),
    ...(remark.trim() ? { remark: remark.trim() } : {}),
    ...(subjects.length > 0 ? { subjects } : {}),
    ...(interested.length > 0 ? { interested_parties: interested.map((one) => one.id) } : {}),
  }
  const nothing = Object.keys(filled).length === 0
  const form = () => {
    setChecked(true)
    return nothing ? null : filled
  }
  return (
    <ManyDialog act="data" form={form} {...props}>
      <p>{text.dataText}</p>
      <TextField
        label={text.description}
        maxLength={LINE}
        value={description}
        onChange={setDescription}
        error={checked && nothing ? text.dataMissing : undefined}
      />
      <SubjectsField codes={subjects} onChange={setSubjects} />
      <ContactsField label={formMessages.interested} chosen={interested} onChange={setInterested} />
      <TextArea label={text.remark} rows={3} maxLength={REMARK} value={remark} onChange={setRemark} />
    </ManyDialog>
  )
}
