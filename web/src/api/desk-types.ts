import type { PersonLite } from './types'

/** What a unit keeps about a process for itself; no other unit sees it (TRA-08, TRA-09, TRA-11, TRA-12). */
export interface Desk {
  note: Note | null
  labels: LabelOnProcess[]
  deadline: UnitDeadline | null
  checkpoint: { id: string; name: string; by: PersonLite; at: string } | null
  /** How much of the unit's list is done; null without a list. */
  checklist: { done: number; total: number } | null
}

/** One thing the unit has to see to in the process; `by` and `at` once it is done. */
export interface ChecklistItem {
  id: string
  text: string
  by: PersonLite | null
  at: string | null
}

export interface Note {
  text: string
  priority: boolean
  by: PersonLite
  at: string
}

export interface LabelOnProcess {
  id: string
  name: string
  colour: Colour
  text: string
  by: PersonLite
  at: string
}

export interface UnitDeadline {
  due: string
  status: 'on_time' | 'due_soon' | 'overdue' | 'concluded'
  by: PersonLite
  at: string
}

export interface DeskView {
  desk: Desk
  checklist: ChecklistItem[]
  log: { at: string; by: PersonLite; act: string; sentence: string }[]
}

export interface Label {
  id: string
  name: string
  colour: Colour
  active: boolean
  used: boolean
}

export interface Checkpoint {
  id: string
  name: string
  active: boolean
  used: boolean
}

export interface Board {
  by: 'labels' | 'checkpoints'
  columns: string[]
}

export interface Arrangement {
  labels: Label[]
  checkpoints: Checkpoint[]
  board: Board
}

/** In the order the palette shows them. */
export const COLOURS = [
  'black', 'dark_gray', 'gray', 'white', 'beige', 'brown', 'dark_brown', 'wine',
  'dark_red', 'red', 'coral', 'salmon', 'orange', 'amber', 'gold', 'yellow',
  'cream', 'lime', 'light_green', 'green', 'dark_green', 'olive', 'teal', 'turquoise',
  'sky', 'blue', 'navy', 'lilac', 'violet', 'purple', 'pink', 'magenta',
] as const

export type Colour = (typeof COLOURS)[number]
