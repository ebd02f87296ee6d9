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
  | 'lock'
  | 'unlock'

export interface MoreDialogProps {
  targets: DeskTarget[]
  onClose: () => void
  /** What took the processes out of the list, or not, was asked for. */
  onDone: () => void
}
