import { acknowledgeDocument } from '../api/life'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { lifeMessages as text } from '../messages/life'

export interface LifeDialogProps {
  process: string
  document: string
  /** How the document is called on the screen. */
  name: string
  onChanged: () => void
  onClose: () => void
}

/** It cannot be taken back, so it is asked (DOC-20). */
export default function AcknowledgeDialog({ process, document, name, onChanged, onClose }: LifeDialogProps) {
  const acknowledge = useAct((_: undefined, key) => acknowledgeDocument(process, document, key), {
    onDone: () => {
      announce(text.acknowledged)
      onClose()
      onChanged()
    },
  })
  return (
    <FormDialog
      title={text.acknowledgeTitle(name)}
      confirm={text.acknowledge}
      busy={acknowledge.busy}
      onClose={onClose}
      onSubmit={() => void acknowledge.run(undefined)}
    >
      <p>{text.acknowledgeText}</p>
      <ErrorMessage error={acknowledge.error} />
    </FormDialog>
  )
}
