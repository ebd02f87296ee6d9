import type { DeskTarget } from '../organise/targets'

/** The acts of the menu "Mais" that open a dialog. */
export type MoreAct =
  | 'progress'
  | 'acknowledge'
  | 'conclude'
  | 'suspend'
  | 'block'
  | 'follow'
  | 'favourite'
  | 'remark'
  | 'checklist'
  | 'access'
  | 'relate'
  | 'unrelate'
  | 'annex'
  | 'undo_sending'
  | 'extend_return'
  | 'withdraw_return'
  | 'complete_step'
  | 'pause_flow'
  | 'resume_flow'
  | 'cancel_flow'
  | 'delete'
  | 'unannex'
  | 'lock'
  | 'unlock'

export interface MoreDialogProps {
  targets: DeskTarget[]
  onClose: () => void
  /** What took the processes out of the list, or not, was asked for. */
  onDone: () => void
}
