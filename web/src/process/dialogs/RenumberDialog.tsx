import { useState } from 'react'
import { refreshProcess, renumberProcess } from '../../api/processes'
import type { ProcessHeader } from '../../api/types'
import { useAct } from '../../api/use-act'
import { useMe } from '../../api/use-me'
import { FormDialog } from '../../ds/Dialog'
import { ErrorMessage } from '../../ds/Message'
import { announce } from '../../ds/toast'
import { isWhole, PaperFields, type PaperRecord } from '../../forms/PaperFields'
import { paperMessages as text } from '../../messages/paper'

/** Correct the number and the date of filing that were informed by hand (PRO-06). */
export default function RenumberDialog({ process, onClose }: { process: ProcessHeader; onClose: () => void }) {
  const { number_shape: shape } = useMe()
  const [record, setRecord] = useState<PaperRecord>({ number: process.nup, filedOn: process.filed_on ?? '' })
  const [checked, setChecked] = useState(false)
  const change = useAct((input: PaperRecord, key) => renumberProcess(process.id, input.number.trim(), input.filedOn, key), {
    onDone: async ({ nup }) => {
      announce(text.done(nup))
      onClose()
      await refreshProcess(process.id)
    },
  })
  return (
    <FormDialog
      title={text.title(process.nup)}
      confirm={text.confirm}
      busy={change.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (isWhole(record)) void change.run(record)
      }}
    >
      <p>{text.intro}</p>
      <PaperFields record={record} onChange={setRecord} shape={shape} checked={checked} autoFocus field={change.field} />
      <ErrorMessage error={change.error} />
    </FormDialog>
  )
}
