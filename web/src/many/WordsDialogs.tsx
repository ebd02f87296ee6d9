import { useState } from 'react'
import { TextArea, TextField } from '../ds/Field'
import { manyDocuments as text } from '../messages/many-documents'
import { ProcessNumberField, useNumberLookup } from '../ties/ProcessNumberField'
import { ManyDialog, type ManyDialogProps } from './ManyDialog'

const LONG = 2000
const SHORT = 500
const SHORTEST = 3

/** An act that needs nothing but a yes, with what will come of it. */
export function AskDialog({ act, ...props }: ManyDialogProps & { act: keyof typeof text.ask }) {
  return (
    <ManyDialog act={act} form={() => ({})} {...props}>
      <p>{text.ask[act]}</p>
    </ManyDialog>
  )
}

function useReason() {
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const missing = reason.trim().length < SHORTEST
  const field = (
    <TextArea
      label={text.reason}
      required
      rows={3}
      maxLength={SHORT}
      value={reason}
      onChange={setReason}
      error={checked && missing ? text.reasonMissing : undefined}
    />
  )
  const read = () => {
    setChecked(true)
    return missing ? null : reason.trim()
  }
  return { field, read }
}

/** The content goes, the node stays (DOC-17). */
export function CancelManyDialog(props: ManyDialogProps) {
  const { field, read } = useReason()
  const form = () => {
    const reason = read()
    return reason ? { reason } : null
  }
  return (
    <ManyDialog act="cancel" form={form} {...props}>
      <p>{text.cancelText}</p>
      {field}
    </ManyDialog>
  )
}

/** Received documents into another process (DOC-18). */
export function MoveManyDialog(props: ManyDialogProps) {
  const { field, read } = useReason()
  const lookup = useNumberLookup('', true)
  const form = async () => {
    const reason = read()
    const process = await lookup.find()
    return process && reason ? { process, reason } : null
  }
  return (
    <ManyDialog act="move" form={form} {...props}>
      <p>{text.moveText}</p>
      <ProcessNumberField lookup={lookup} required autoFocus />
      {field}
    </ManyDialog>
  )
}

/** The same words about each (PRO-25). */
export function CommentManyDialog(props: ManyDialogProps) {
  const [words, setWords] = useState('')
  const [checked, setChecked] = useState(false)
  const form = () => {
    setChecked(true)
    return words.trim() ? { text: words.trim() } : null
  }
  return (
    <ManyDialog act="comment" form={form} {...props}>
      <TextArea
        label={text.comment}
        required
        autoFocus
        rows={4}
        maxLength={LONG}
        value={words}
        onChange={setWords}
        error={checked && !words.trim() ? text.commentMissing : undefined}
      />
    </ManyDialog>
  )
}

/** A group of the unit's favourites (PRO-22). */
export function FavouriteManyDialog(props: ManyDialogProps) {
  const [group, setGroup] = useState('')
  return (
    <ManyDialog act="favourite" form={() => ({ group: group.trim() })} {...props}>
      {/* The dialog was opened to write here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <TextField label={text.group} hint={text.groupHint} maxLength={60} autoFocus value={group} onChange={setGroup} />
    </ManyDialog>
  )
}
