import type { Desk } from '../api/desk-types'
import type { AssignTarget } from '../acts/AssignDialog'

/** A process with what the unit keeps about it, as the dialogs of organisation take it. */
export interface DeskTarget extends AssignTarget {
  unread: boolean
  desk: Desk
}
