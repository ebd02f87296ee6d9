import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { askCopy, refreshJobs, type CopyInput } from '../api/jobs'
import { useAct } from '../api/use-act'
import { Checkbox, RadioGroup } from '../ds/Choice'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { copyMessages as text } from '../messages/jobs'
import { DocumentChoices } from './DocumentChoices'

interface CopyDialogProps {
  process: { id: string; nup: string }
  onClose: () => void
}

/** The process as one PDF or one ZIP, whole or in part; what is made is followed on its own page (PRO-23). */
export default function CopyDialog({ process, onClose }: CopyDialogProps) {
  const navigate = useNavigate()
  const [format, setFormat] = useState<CopyInput['format']>('pdf')
  const [which, setWhich] = useState<'all' | 'some'>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [attach, setAttach] = useState(false)
  const [checked, setChecked] = useState(false)
  const ask = useAct((input: CopyInput, key) => askCopy(process.id, input, key), {
    onDone: async ({ job }) => {
      announce(text.started)
      onClose()
      await refreshJobs()
      await navigate({ to: '/trabalho/$jobId', params: { jobId: job }, search: {} })
    },
  })
  const missing = which === 'some' && chosen.size === 0
  const submit = () => {
    setChecked(true)
    if (missing) return
    void ask.run({ format, documents: which === 'all' ? null : [...chosen], attach_signed: format === 'pdf' && attach })
  }
  return (
    <FormDialog title={text.title(process.nup)} confirm={text.confirm} busy={ask.busy} onClose={onClose} onSubmit={submit}>
      <RadioGroup
        label={text.format}
        options={[
          { value: 'pdf', label: text.pdf, hint: text.pdfHint },
          { value: 'zip', label: text.zip, hint: text.zipHint },
        ]}
        value={format}
        onChange={setFormat}
      />
      <RadioGroup
        label={text.documents}
        options={[
          { value: 'all', label: text.all },
          { value: 'some', label: text.some },
        ]}
        value={which}
        onChange={setWhich}
        error={checked && missing ? text.noneChosen : undefined}
      />
      {which === 'some' ? <DocumentChoices process={process.id} chosen={chosen} onChange={setChosen} /> : null}
      {format === 'pdf' ? (
        <Checkbox label={text.attach} hint={text.attachHint} checked={attach} onChange={setAttach} />
      ) : null}
      <p className="muted small">{format === 'pdf' ? text.leftOut : text.leftOutZip}</p>
      <ErrorMessage error={ask.error} />
    </FormDialog>
  )
}
