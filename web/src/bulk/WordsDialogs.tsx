import { useState } from 'react'
import { TextArea, TextField } from '../ds/Field'
import { moreMessages as text } from '../messages/bulk-dialogs'
import { flowMessages } from '../messages/flows'
import { followMessages } from '../messages/follow'
import { dialogMessages } from '../messages/process'
import { tieDialogMessages } from '../messages/ties'
import { ProcessNumberField, useNumberLookup } from '../ties/ProcessNumberField'
import type { MoreDialogProps } from './more'
import { OrderDialog } from './OrderDialog'

const LONG = 2000
const REMARK = 1000
const SHORT = 500

/** A text in the history of each (PRO-27). */
export function ProgressDialog(props: MoreDialogProps) {
  const [entry, setEntry] = useState('')
  const [checked, setChecked] = useState(false)
  const form = () => {
    setChecked(true)
    return entry.trim() ? { text: entry.trim() } : null
  }
  return (
    <OrderDialog act="progress" form={form} {...props}>
      <TextArea
        label={dialogMessages.progressText}
        hint={dialogMessages.progressHint}
        required
        autoFocus
        rows={5}
        maxLength={LONG}
        value={entry}
        onChange={setEntry}
        error={checked && !entry.trim() ? dialogMessages.progressMissing : undefined}
      />
    </OrderDialog>
  )
}

/** The unit's own remark on each (PRO-11). */
export function RemarkDialog(props: MoreDialogProps) {
  const [words, setWords] = useState('')
  return (
    <OrderDialog act="remark" form={() => ({ text: words.trim() })} {...props}>
      <TextArea label={text.remarkText} hint={text.remarkHint} autoFocus rows={4} maxLength={REMARK} value={words} onChange={setWords} />
    </OrderDialog>
  )
}

/** Acompanhamento especial of each (TRA-10). */
export function FollowManyDialog(props: MoreDialogProps) {
  const [group, setGroup] = useState('')
  const [observation, setObservation] = useState('')
  return (
    <OrderDialog act="follow" form={() => ({ group: group.trim(), observation: observation.trim() })} {...props}>
      {/* The dialog was opened to write here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <TextField label={followMessages.group} hint={followMessages.groupHint} maxLength={100} value={group} onChange={setGroup} autoFocus />
      <TextArea
        label={followMessages.observation}
        hint={followMessages.observationHint}
        maxLength={SHORT}
        rows={3}
        value={observation}
        onChange={setObservation}
      />
    </OrderDialog>
  )
}

/** A group of the unit's favourites (PRO-22). */
export function FavouriteManyDialog(props: MoreDialogProps) {
  const [group, setGroup] = useState('')
  return (
    <OrderDialog act="favourite" form={() => ({ group: group.trim() })} {...props}>
      <TextField label={text.group} hint={text.groupHint} maxLength={60} autoFocus value={group} onChange={setGroup} />
    </OrderDialog>
  )
}

const REASON_TEXT = {
  suspend: tieDialogMessages.suspendText,
  lock: tieDialogMessages.lockText,
  pause_flow: flowMessages.pauseText,
  cancel_flow: flowMessages.cancelText,
}

/**
 * Why, and perhaps until which other process is decided (PRO-16); or why an administrator locks (features.md §1.1), or
 * a flow stops (issue 4 §7).
 */
export function ReasonManyDialog({ act, ...props }: MoreDialogProps & { act: keyof typeof REASON_TEXT }) {
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const lookup = useNumberLookup('', false)
  const form = async () => {
    setChecked(true)
    const linked = await lookup.find()
    if (linked === null || !reason.trim()) return null
    return act === 'suspend' ? { reason: reason.trim(), linked: linked || null } : { reason: reason.trim() }
  }
  return (
    <OrderDialog act={act} form={form} {...props}>
      <p>{REASON_TEXT[act]}</p>
      <TextArea
        label={tieDialogMessages.reason}
        required
        autoFocus
        rows={3}
        maxLength={SHORT}
        value={reason}
        onChange={setReason}
        error={checked && !reason.trim() ? tieDialogMessages.reasonMissing : undefined}
      />
      {act === 'suspend' ? (
        <ProcessNumberField
          lookup={lookup}
          label={tieDialogMessages.suspendLinked}
          hint={`${tieDialogMessages.numberHint} ${tieDialogMessages.suspendLinkedHint}`}
        />
      ) : null}
    </OrderDialog>
  )
}

const PAIR_TEXT = { relate: text.relateText, unrelate: text.unrelateText, annex: text.annexText }

/** Each of the chosen with one other process (PRO-13, PRO-17). */
export function PairManyDialog({ act, ...props }: MoreDialogProps & { act: 'relate' | 'unrelate' | 'annex' }) {
  const lookup = useNumberLookup('', true)
  const form = async () => {
    const process = await lookup.find()
    return process ? { process } : null
  }
  return (
    <OrderDialog act={act} form={form} {...props}>
      <p>{PAIR_TEXT[act]}</p>
      <ProcessNumberField lookup={lookup} required autoFocus />
    </OrderDialog>
  )
}
