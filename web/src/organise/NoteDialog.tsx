import { useState } from 'react'
import { Outcomes } from '../acts/Outcomes'
import { announceWithUndo } from '../acts/undo'
import { inTurns, useBulk } from '../acts/use-bulk'
import { deskQuery, refreshMany, writeNote } from '../api/desk'
import { queryClient } from '../api/query-client'
import { Checkbox } from '../ds/Choice'
import { FormDialog } from '../ds/Dialog'
import { TextArea } from '../ds/Field'
import { announce } from '../ds/toast'
import { bulkMessages } from '../messages/inbox'
import { noteMessages as text } from '../messages/organise'
import { useTime } from '../time/use-time'
import type { DeskTarget } from './targets'

const MAXIMUM = 500

/** Taken back only where the note is still the one just written: a colleague's is not undone. */
function sayDone(words: string, done: DeskTarget[]) {
  const said = words ? text.saved(done.length) : text.removed(done.length)
  if (done.some((target) => target.unseen)) return announce(said)
  return announceWithUndo(said, async () => {
    await inTurns(done, async (target) => {
      const before = target.desk.note
      const now = (await queryClient.fetchQuery({ ...deskQuery(target.id), staleTime: 0 })).desk.note
      const expected = (now?.text ?? '') === words ? (now?.at ?? null) : (before?.at ?? null)
      await writeNote(target.id, before?.text ?? '', before?.priority ?? false, expected, crypto.randomUUID())
    })
    await refreshMany(done.map((target) => target.id))
  })
}

/** The unit's one note about a process (TRA-08), or the same note on many. */
export default function NoteDialog({ targets, onClose }: { targets: DeskTarget[]; onClose: () => void }) {
  const time = useTime()
  const only = targets.length === 1 ? (targets[0]?.desk.note ?? null) : null
  const [words, setWords] = useState(only?.text ?? '')
  const [priority, setPriority] = useState(only?.priority ?? false)
  const bulk = useBulk(async (done) => {
    sayDone(words.trim(), targets.filter((one) => done.some((target) => target.id === one.id)))
    onClose()
    await refreshMany(done.map((target) => target.id))
  }, onClose)
  const replaced = targets.length > 1 ? targets.filter((target) => target.desk.note).length : 0
  const submit = () => {
    const same = (target: DeskTarget) => !target.unseen && (target.desk.note?.text ?? '') === words.trim() && (target.desk.note?.priority ?? false) === priority
    const pending = bulk.failed.length > 0 ? targets.filter((one) => bulk.failed.some((out) => out.target.id === one.id)) : targets
    const changing = pending.filter((target) => !same(target))
    if (changing.length === 0) onClose()
    else {
      const expected = (target: DeskTarget) => (target.unseen ? undefined : (target.desk.note?.at ?? null))
      const form = { text: words.trim(), priority }
      void bulk.run(changing, (target, key) => writeNote(target.id, form.text, priority, expected(target), key), { act: 'note', form })
    }
  }
  return (
    <FormDialog
      title={text.title(targets.length, targets[0]?.nup ?? '')}
      confirm={bulk.failed.length > 0 && targets.length > 1 ? bulkMessages.retryFailed : text.confirm}
      busy={bulk.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      {only ? <p className="muted small">{text.written(only.by.name, time.instant(only.at))}</p> : null}
      {replaced > 0 ? <p>{text.replaces(replaced)}</p> : null}
      {/* The dialog was opened to write here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <TextArea label={text.text} hint={text.hint} value={words} onChange={setWords} maxLength={MAXIMUM} rows={4} autoFocus />
      <Checkbox label={text.priority} checked={priority} onChange={setPriority} />
      <Outcomes outcomes={bulk.outcomes} />
    </FormDialog>
  )
}
