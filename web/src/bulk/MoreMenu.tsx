import { markUnread } from '../api/ties'
import { useMe } from '../api/use-me'
import type { Outcome } from '../acts/use-bulk'
import { Menu } from '../ds/Menu'
import { inboxMessages } from '../messages/inbox'
import { moreMessages as text } from '../messages/bulk'
import { applyToAll } from '../organise/apply'
import type { DeskTarget } from '../organise/targets'
import type { MoreAct } from './more'

type Section = keyof typeof text.sections
type Entry = MoreAct | 'unread'

const SECTIONS: [Section, Entry[]][] = [
  ['record', ['progress', 'acknowledge', 'remark', 'checklist', 'access']],
  ['unit', ['block', 'follow', 'favourite', 'unread']],
  ['routing', ['undo_sending', 'extend_return', 'withdraw_return']],
  ['others', ['relate', 'unrelate', 'annex', 'unannex']],
  ['flow', ['complete_step', 'pause_flow', 'resume_flow', 'cancel_flow']],
  ['stop', ['conclude', 'suspend', 'lock', 'unlock', 'delete']],
]
const ADMINISTRATIVE = new Set<Entry>(['lock', 'unlock'])

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
  const offered = (act: Entry) => {
    if (only) return act !== 'unread' && only.includes(act)
    if (act === 'unannex') return apart
    return !ADMINISTRATIVE.has(act) || may('process.lock')
  }
  const run = (act: Entry) => (act === 'unread' ? void markAllUnread(targets).then(onDone) : onDialog(act))
  return (
    <Menu
      look="secondary"
      small
      label={text.more}
      unavailable={targets.length === 0 ? inboxMessages.pickFirst : null}
      choices={SECTIONS.flatMap(([section, acts]) =>
        acts
          .filter(offered)
          .map((act) => ({ id: act, label: text[act], ...(only ? {} : { section: text.sections[section] }), run: () => run(act) })),
      )}
    />
  )
}

export function markAllUnread(targets: DeskTarget[]): Promise<Outcome[]> {
  return applyToAll({
    targets,
    act: (target, key) => markUnread(target.id, key),
    said: text.marked,
    order: { act: 'mark_unread', form: {} },
    waits: true,
  })
}
