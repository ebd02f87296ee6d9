import { refreshProcess } from '../api/processes'
import { annexProcess, relateProcesses } from '../api/ties'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { tieDialogMessages as text } from '../messages/ties'
import { ProcessNumberField, useNumberLookup } from './ProcessNumberField'

interface PairDialogProps {
  act: 'relate' | 'annex'
  process: { id: string; nup: string }
  onClose: () => void
}

const ACTS = {
  relate: { send: relateProcesses, title: text.relateTitle, text: text.relateText, confirm: text.relateConfirm, done: text.relateDone },
  annex: { send: annexProcess, title: text.annexTitle, text: text.annexText, confirm: text.annexConfirm, done: text.annexDone },
}

/** An act over this process and another, named by its number (PRO-13, PRO-17). */
export default function PairDialog({ act, process, onClose }: PairDialogProps) {
  const { send, ...words } = ACTS[act]
  const lookup = useNumberLookup(process.id, true)
  const tie = useAct((other: string, key) => send(process.id, other, key), {
    onDone: async (_, other) => {
      announce(words.done)
      onClose()
      await Promise.all([refreshProcess(process.id), refreshProcess(other)])
    },
  })
  const submit = async () => {
    const other = await lookup.find()
    if (other) await tie.run(other)
  }
  return (
    <FormDialog
      title={words.title(process.nup)}
      confirm={words.confirm}
      busy={tie.busy}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p>{words.text}</p>
      <ProcessNumberField lookup={lookup} required autoFocus />
      <ErrorMessage error={tie.error} />
    </FormDialog>
  )
}
