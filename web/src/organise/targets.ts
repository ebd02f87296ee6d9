import type { Desk } from '../api/desk-types'
import type { InboxRow } from '../api/types'
import type { AssignTarget } from '../acts/AssignDialog'

/** A process with what the unit keeps about it, as the dialogs of organisation take it. */
export interface DeskTarget extends AssignTarget {
  unread: boolean
  desk: Desk
}

export function targetOf(row: InboxRow): DeskTarget {
  return { id: row.process, nup: row.nup, assignee: row.assignee, unread: row.unread, desk: row.desk }
}

const NOTHING: Desk = { note: null, labels: [], deadline: null, checkpoint: null, checklist: null }

/** A process of a list that shows nothing of what the unit keeps about it. */
export function unseenTarget(id: string, nup: string): DeskTarget {
  return { id, nup, assignee: null, unread: false, desk: NOTHING, unseen: true }
}
