import { markUnread } from '../api/ties'
import { useMe } from '../api/use-me'
import type { Outcome } from '../acts/use-bulk'
import { Menu } from '../ds/Menu'
import { inboxMessages } from '../messages/inbox'
import { moreMessages as text } from '../messages/bulk'
import { applyToAll } from '../organise/apply'
import type { DeskTarget } from '../organise/targets'
import type { MoreAct } from './more'

const ACTS: MoreAct[] = [
  'progress',
  'acknowledge',
  'conclude',
  'suspend',
  'block',
  'follow',
  'favourite',
  'checklist',
  'remark',
  'access',
  'relate',
  'unrelate',
  'annex',
  'undo_sending',
  'extend_return',
  'withdraw_return',
  'complete_step',
  'pause_flow',
  'resume_flow',
  'cancel_flow',
  'delete',
]
const ADMINISTRATIVE: MoreAct[] = ['lock', 'unlock']

interface MoreMenuProps {
  targets: DeskTarget[]
  /** Where few of them make sense: only these. */
  only?: MoreAct[]
  onDialog: (act: MoreAct) => void
  onDone: (outcomes: Outcome[]) => void
}

/** Whatever can be done to one process and has no button of its own above the list. */
export function MoreMenu({ targets, only, onDialog, onDone }: MoreMenuProps) {
  const me = useMe()
  const may = (action: string) => me.actions.includes(action)
  // What is part of another process is in nobody's inbox: only lists of the unit's own making may hold it.
  const apart = may('process.unannex') && targets.some((target) => target.unseen)
  const all = [...ACTS, ...(apart ? (['unannex'] as const) : []), ...(may('process.lock') ? ADMINISTRATIVE : [])]
  const acts = only ?? all
  return (
    <Menu
      look="secondary"
      small
      label={text.more}
      unavailable={targets.length === 0 ? inboxMessages.pickFirst : null}
      choices={[
        ...acts.map((act) => ({ id: act, label: text[act], run: () => onDialog(act) })),
        ...(only ? [] : [{ id: 'unread', label: text.unread, run: () => void unread(targets).then(onDone) }]),
      ]}
    />
  )
}

function unread(targets: DeskTarget[]): Promise<Outcome[]> {
  return applyToAll({
    targets,
    act: (target, key) => markUnread(target.id, key),
    said: text.marked,
    order: { act: 'mark_unread', form: {} },
  })
}
