import { refreshProcess } from '../api/processes'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { tieDialogMessages as text } from '../messages/ties'

interface AskDialogProps {
  title: string
  explanation: string
  confirm: string
  done: string
  process: string
  send: (key: string) => Promise<unknown>
  onClose: () => void
}

/** An act that needs nothing but a yes, with what will come of it. */
export default function AskDialog({ title, explanation, confirm, done, process, send, onClose }: AskDialogProps) {
  const act = useAct((_: string, key) => send(key), {
    onDone: async () => {
      announce(done)
      onClose()
      await refreshProcess(process)
    },
  })
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      giveUp={text.giveUp}
      busy={act.busy}
      onClose={onClose}
      onSubmit={() => void act.run(process)}
    >
      <p>{explanation}</p>
      <ErrorMessage error={act.error} />
    </FormDialog>
  )
}
