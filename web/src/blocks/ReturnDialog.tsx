import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { refreshBlocks, returnBlock, type BlockRow } from '../api/blocks'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { blockPageMessages as text } from '../messages/blocks'

interface ReturnDialogProps {
  block: BlockRow
  onClose: () => void
  /** The person stays where they are, instead of going to the list of blocks. */
  stays?: boolean
}

/** Giving a received block back, saying why (BLO-02). */
export default function ReturnDialog({ block, onClose, stays }: ReturnDialogProps) {
  const [reason, setReason] = useState('')
  const navigate = useNavigate()
  const giveBack = useAct((words: string, key) => returnBlock(block.id, words, key), {
    onDone: async () => {
      announce(text.returned)
      onClose()
      if (!stays) await navigate({ to: '/blocos' })
      await refreshBlocks()
    },
  })
  return (
    <FormDialog
      title={text.returnTitle(block.number)}
      confirm={text.giveBack}
      busy={giveBack.busy}
      onClose={onClose}
      onSubmit={() => void giveBack.run(reason.trim())}
    >
      <p>{text.returnText(block.items, block.kind)}</p>
      <TextArea
        label={text.returnReason}
        hint={text.returnReasonHint}
        autoFocus
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <ErrorMessage error={giveBack.error} />
    </FormDialog>
  )
}
