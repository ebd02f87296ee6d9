import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { duplicateProcess, refreshJobs, type DuplicateInput } from '../api/jobs'
import { useAct } from '../api/use-act'
import { DocumentChoices } from '../copies/DocumentChoices'
import { Checkbox, RadioGroup } from '../ds/Choice'
import type { ComboOption } from '../ds/ComboBox'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { ContactsField } from '../forms/ContactsField'
import { duplicateMessages as text } from '../messages/duplicate'

interface DuplicateDialogProps {
  process: { id: string; nup: string }
  onClose: () => void
}

/** A new process made from this one, whole or in part; the copying is followed on its own page (PRO-12). */
export default function DuplicateDialog({ process, onClose }: DuplicateDialogProps) {
  const navigate = useNavigate()
  const [which, setWhich] = useState<'all' | 'some'>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [whose, setWhose] = useState<'same' | 'other'>('same')
  const [parties, setParties] = useState<ComboOption[]>([])
  const [relations, setRelations] = useState(false)
  const [checked, setChecked] = useState(false)
  const duplicate = useAct((input: DuplicateInput, key) => duplicateProcess(process.id, input, key), {
    onDone: async ({ nup, job }) => {
      announce(text.started(nup))
      onClose()
      await refreshJobs()
      await navigate({ to: '/trabalho/$jobId', params: { jobId: job }, search: {} })
    },
  })
  const missing = which === 'some' && chosen.size === 0
  const submit = () => {
    setChecked(true)
    if (missing) return
    void duplicate.run({
      documents: which === 'all' ? null : [...chosen],
      interested_parties: whose === 'same' ? null : parties.map((party) => party.id),
      keep_relations: relations,
    })
  }
  return (
    <FormDialog title={text.title(process.nup)} confirm={text.confirm} busy={duplicate.busy} onClose={onClose} onSubmit={submit}>
      <p>{text.intro}</p>
      <RadioGroup
        label={text.documents}
        inline
        options={[
          { value: 'all', label: text.all },
          { value: 'some', label: text.some },
        ]}
        value={which}
        onChange={setWhich}
        error={checked && missing ? text.noneChosen : undefined}
      />
      {which === 'some' ? <DocumentChoices process={process.id} chosen={chosen} onChange={setChosen} /> : null}
      <p className="muted small">{text.documentsNote}</p>
      <RadioGroup
        label={text.parties}
        inline
        options={[
          { value: 'same', label: text.sameParties },
          { value: 'other', label: text.otherParties },
        ]}
        value={whose}
        onChange={setWhose}
      />
      {whose === 'other' ? (
        <ContactsField label={text.newParties} hint={text.newPartiesHint} chosen={parties} onChange={setParties} />
      ) : null}
      <Checkbox label={text.relations} hint={text.relationsHint} checked={relations} onChange={setRelations} />
      <ErrorMessage error={duplicate.error} />
    </FormDialog>
  )
}
