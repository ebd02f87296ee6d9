import { useState } from 'react'
import { useAccessChoice, useBlockChoice } from '../bulk/choices'
import type { ComboOption } from '../ds/ComboBox'
import { TextArea, TextField } from '../ds/Field'
import { ContactsField } from '../forms/ContactsField'
import { SubjectsField } from '../forms/SubjectsField'
import { formMessages } from '../messages/forms'
import { manyDocuments as text } from '../messages/many-documents'
import { ManyDialog, type ManyDialogProps } from './ManyDialog'

const REMARK = 1000
const LINE = 250

const BLOCK = { label: text.block, choose: text.blockChoose, missing: text.blockMissing, none: text.blockNone }

/** A signing block of the unit (BLO-01). */
export function BlockDialog(props: ManyDialogProps) {
  const { form, fields } = useBlockChoice('signing', BLOCK)
  return (
    <ManyDialog act="block" form={form} {...props}>
      {fields}
    </ManyDialog>
  )
}

/** One that may not have the level refuses by itself (PRO-08). */
export function AccessDialog(props: ManyDialogProps) {
  const { form, fields } = useAccessChoice(text.accessText)
  return (
    <ManyDialog act="access" form={form} {...props}>
      {fields}
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
