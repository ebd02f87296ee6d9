import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { deskQuery } from '../api/desk'
import type { DeskView } from '../api/desk-types'
import type { ProcessPage } from '../api/types'
import { useMe } from '../api/use-me'
import { Checklist } from '../checklists/Checklist'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { LabelTag } from '../labels/LabelTag'
import { followMessages } from '../messages/follow'
import { deadlineMessages, deskMessages as text, labelMessages, noteMessages } from '../messages/organise'
import { CheckpointMenu } from '../organise/CheckpointMenu'
import { LabelMenu, putOn, takeOff } from '../organise/LabelMenu'
import type { DeskTarget } from '../organise/targets'
import { formatCivil } from '../time/format'
import { useTime } from '../time/use-time'
import { refusal } from './acts'

const FollowDialog = lazy(() => import('../follow/FollowDialog'))
const NoteDialog = lazy(() => import('../organise/NoteDialog'))
const DeadlineDialog = lazy(() => import('../organise/DeadlineDialog'))
const LabelTextDialog = lazy(() => import('../organise/LabelTextDialog'))
const LabelDialog = lazy(() => import('../labels/LabelDialog'))

type DialogName = 'follow' | 'note' | 'deadline' | 'label' | 'new-label'

/** What the unit keeps about the process for itself, and what it did with it (TRA-08, TRA-09, TRA-11, TRA-12). */
export function DeskPanel({ page }: { page: ProcessPage }) {
  const { unit } = useMe()
  const { data, error, refetch } = useQuery(deskQuery(page.process.id))
  return (
    <div className="side-body stack">
      <p className="muted small">{text.intro(unit.acronym)}</p>
      <ErrorMessage error={data ? null : error} onRetry={() => void refetch()} />
      {data ? <Kept page={page} view={data} /> : error ? null : <Loading lines={4} />}
    </div>
  )
}

function Kept({ page, view }: { page: ProcessPage; view: DeskView }) {
  const time = useTime()
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const close = () => setDialog(null)
  const { desk, log } = view
  const { actions, process, presence } = page
  const target: DeskTarget = { id: process.id, nup: process.nup, assignee: presence?.assignee ?? null, unread: false, desk }
  const may = { note: refusal(actions, 'process.note'), label: refusal(actions, 'process.label'), deadline: refusal(actions, 'process.deadline') }
  const free = refusal(actions, 'process.checkpoint') === null
  return (
    <>
      <h3>{text.note}</h3>
      {desk.note ? (
        <div>
          <p className="desk-note">
            {desk.note.priority ? <Tag tone="danger">{noteMessages.priorityShort}</Tag> : null} {desk.note.text}
          </p>
          <p className="muted small">{noteMessages.written(desk.note.by.name, time.instant(desk.note.at))}</p>
        </div>
      ) : (
        <p className="muted small">{text.noNote}</p>
      )}
      <div>
        <Button small look="secondary" unavailable={may.note} onClick={() => setDialog('note')}>
          {desk.note ? text.editNote : text.writeNote}
        </Button>
      </div>
      <h3>{text.labels}</h3>
      {desk.labels.length === 0 ? <p className="muted small">{text.noLabels}</p> : null}
      {desk.labels.length > 0 ? (
        <ul className="desk-labels">
          {desk.labels.map((label) => (
            <li key={label.id} className="row">
              <LabelTag label={label} text={label.text} title={labelMessages.tooltip(label.text, label.by.name, time.instant(label.at))} />
              <Button small unavailable={may.label} aria-label={text.removeLabel(label.name)} onClick={() => void takeOff(label, [target])}>
                {labelMessages.takeOff}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {may.label === null ? (
        <div>
          <LabelMenu targets={[target]} onDone={() => undefined} onDialog={setDialog} />
        </div>
      ) : null}
      <h3>{text.deadline}</h3>
      <p>{desk.deadline ? deadlineMessages.status[desk.deadline.status](formatCivil(desk.deadline.due)) : <span className="muted small">{text.noDeadline}</span>}</p>
      <div>
        <Button small look="secondary" unavailable={may.deadline} onClick={() => setDialog('deadline')}>
          {desk.deadline ? text.changeDeadline : text.setDeadline}
        </Button>
      </div>
      <h3>{text.checkpoint}</h3>
      <p>{desk.checkpoint ? desk.checkpoint.name : <span className="muted small">{text.noCheckpoint}</span>}</p>
      {free ? <CheckpointMenu targets={[target]} onDone={() => undefined} /> : null}
      <Checklist process={process.id} items={view.checklist} refusal={refusal(actions, 'process.checklist')} />
      <h3>{followMessages.page}</h3>
      <div>
        <Button small look="secondary" unavailable={refusal(actions, 'process.follow')} onClick={() => setDialog('follow')}>
          {followMessages.follow}
        </Button>
      </div>
      <h3>{text.log}</h3>
      {log.length === 0 ? <p className="muted small">{text.emptyLog}</p> : null}
      <ul className="desk-log">
        {log.map((line) => (
          <li key={`${line.at} ${line.sentence}`}>
            <span>{line.sentence}</span>
            <span className="muted small">{noteMessages.written(line.by.name, time.instant(line.at))}</span>
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {dialog === 'follow' ? <FollowDialog target={target} onClose={close} /> : null}
        {dialog === 'note' ? <NoteDialog targets={[target]} onClose={close} /> : null}
        {dialog === 'deadline' ? <DeadlineDialog targets={[target]} onClose={close} /> : null}
        {dialog === 'label' ? <LabelTextDialog targets={[target]} onClose={close} /> : null}
        {dialog === 'new-label' ? <LabelDialog onClose={close} onDone={(label) => void putOn(label, [target])} /> : null}
      </Suspense>
    </>
  )
}
