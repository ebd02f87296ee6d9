import { useState } from 'react'
import { markItem, type ItemMark, type PlanItem, type PlanStatus } from '../api/plan'
import { refreshProcess } from '../api/processes'
import { useAct } from '../api/use-act'
import { RadioGroup } from '../ds/Choice'
import { FormDialog } from '../ds/Dialog'
import { TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { planMessages as text, planStatusName } from '../messages/plan'

const MAXIMUM_NOTE = 500
const STATUSES: PlanStatus[] = ['in_progress', 'paused', 'finished', 'problem', 'not_applicable', 'disregarded']
type Choice = PlanStatus | 'none'

interface ItemDialogProps {
  process: string
  item: PlanItem
  onClose: () => void
}

/** How an item of the plan stands, and why (PRO-26). */
export default function ItemDialog({ process, item, onClose }: ItemDialogProps) {
  const [choice, setChoice] = useState<Choice>(item.status ?? 'in_progress')
  const [note, setNote] = useState(item.note)
  const save = useAct((mark: ItemMark, key) => markItem(process, item.id, mark, key), {
    onDone: async (_, mark) => {
      announce(text.saved(item.name, mark.status ? planStatusName[mark.status] : text.untouched))
      onClose()
      await refreshProcess(process)
    },
  })
  const options = [
    ...STATUSES.map((status) => ({ value: status as Choice, label: planStatusName[status] })),
    ...(item.status ? [{ value: 'none' as Choice, label: text.untouched }] : []),
  ]
  return (
    <FormDialog
      title={text.changeTitle(item.name)}
      confirm={text.save}
      busy={save.busy}
      onClose={onClose}
      onSubmit={() => void save.run({ status: choice === 'none' ? null : choice, expected: item.status, note: note.trim() })}
    >
      <RadioGroup<Choice> label={text.status} options={options} value={choice} onChange={setChoice} />
      <TextArea label={text.note} maxLength={MAXIMUM_NOTE} value={note} onChange={setNote} />
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
