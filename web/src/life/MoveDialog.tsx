import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { findByNumber } from '../api/directory'
import { moveDocument } from '../api/life'
import { refreshProcess } from '../api/processes'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextArea, TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { lifeMessages as text } from '../messages/life'
import type { LifeDialogProps } from './AcknowledgeDialog'

/** To which process, by its number, and why (DOC-18). */
export default function MoveDialog({ process, document, name, onClose }: LifeDialogProps) {
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const navigate = useNavigate()
  const move = useAct(
    async (input: { number: string; reason: string }, key) => {
      const found = await findByNumber(input.number)
      return moveDocument(process, document, { process: found.process, reason: input.reason }, key)
    },
    {
      onDone: async (moved) => {
        const params = { processId: moved.process, documentId: moved.document }
        const run = () => void navigate({ to: '/processo/$processId/documento/$documentId', params })
        announce(text.moved, { action: { label: text.openMoved, run } })
        onClose()
        await navigate({ to: '/processo/$processId', params: { processId: process } })
        await refreshProcess(process)
      },
    },
  )
  return (
    <FormDialog
      title={text.moveTitle(name)}
      confirm={text.moveConfirm}
      busy={move.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (number.trim() && reason.trim()) void move.run({ number: number.trim(), reason: reason.trim() })
      }}
    >
      <p>{text.moveText}</p>
      <TextField
        label={text.moveNumber}
        required
        autoFocus
        value={number}
        onChange={setNumber}
        error={move.field('process') ?? (checked && !number.trim() ? text.moveNumberMissing : undefined)}
      />
      <TextArea
        label={text.moveReason}
        required
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={move.field('reason') ?? (checked && !reason.trim() ? text.moveReasonMissing : undefined)}
      />
      <ErrorMessage error={move.error} />
    </FormDialog>
  )
}
