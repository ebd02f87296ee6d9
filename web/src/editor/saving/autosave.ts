/**
 * When a draft is saved and what becomes of it when saving fails (DOC-03, DOC-05), as a pure reducer.
 * Text is never lost: every change is kept on this computer until the server confirms that exact text.
 */
export type SavePhase = 'saved' | 'changed' | 'saving' | 'offline' | 'conflict' | 'session_expired' | 'refused'

export interface Conflict {
  editedBy: string
  editedAt: string
  revision: string
}

export interface SaveState {
  phase: SavePhase
  /** Revision of the server's text that the next save replaces (`If-Match`). */
  revision: string
  /** ISO 8601 time of the last confirmed save, or null when this page has not saved yet. */
  savedAt: string | null
  /** Counts the changes made here; a save confirms the count it carried. */
  change: number
  confirmedChange: number
  sendingChange: number | null
  /** The next save was asked for by the person (Ctrl+S), so the server makes it a version. */
  explicit: boolean
  failures: number
  conflict: Conflict | null
  /** The server's reason, in Portuguese, when it refuses the text or asks to try later. */
  reason: string | null
}

export type SaveEvent =
  | { type: 'changed' }
  | { type: 'pause_elapsed' }
  | { type: 'save_requested'; explicit: boolean }
  /** `change` is the change the server confirmed, when it is not the one last sent. */
  | { type: 'saved'; revision: string; at: string; change?: number }
  | { type: 'failed'; failure: SaveFailure }
  | { type: 'connection_restored' }
  | { type: 'session_restored' }
  | { type: 'retry_elapsed' }
  | { type: 'keep_mine' }
  | { type: 'reloaded'; revision: string }

export type SaveFailure =
  /** No answer, or a server that asks to try later: `reason` is null when there is no connection at all. */
  | { kind: 'offline'; reason: string | null }
  | { kind: 'session' }
  | { kind: 'conflict'; conflict: Conflict }
  | { kind: 'refused'; reason: string }

export type SaveCommand =
  | { type: 'keep_copy' }
  | { type: 'drop_copy' }
  | { type: 'wait'; milliseconds: number }
  | { type: 'send'; revision: string; explicit: boolean }
  | { type: 'retry_in'; milliseconds: number }

export interface Step {
  state: SaveState
  commands: SaveCommand[]
}

export const PAUSE_MILLISECONDS = 2000
const FIRST_RETRY_MILLISECONDS = 3000
const LONGEST_RETRY_MILLISECONDS = 60_000

export function startSaving(revision: string): SaveState {
  return {
    phase: 'saved',
    revision,
    savedAt: null,
    change: 0,
    confirmedChange: 0,
    sendingChange: null,
    explicit: false,
    failures: 0,
    conflict: null,
    reason: null,
  }
}

export function hasUnsavedText(state: SaveState): boolean {
  return state.change !== state.confirmedChange
}

function stay(state: SaveState): Step {
  return { state, commands: [] }
}

function send(state: SaveState): Step {
  return {
    state: { ...state, phase: 'saving', sendingChange: state.change, explicit: false, conflict: null, reason: null },
    commands: [{ type: 'send', revision: state.revision, explicit: state.explicit }],
  }
}

/** Sends when there is something to send; a person's request is honoured even without changes (it makes a version). */
function sendIfNeeded(state: SaveState): Step {
  if (state.phase === 'saving') return stay(state)
  return hasUnsavedText(state) || state.explicit ? send(state) : stay(state)
}

function changed(state: SaveState): Step {
  const next = { ...state, change: state.change + 1 }
  // A conflict or a refusal waits for the person's decision: the copy is kept, nothing is sent over it.
  if (state.phase === 'saved' || state.phase === 'changed') {
    return {
      state: { ...next, phase: 'changed' },
      commands: [{ type: 'keep_copy' }, { type: 'wait', milliseconds: PAUSE_MILLISECONDS }],
    }
  }
  return { state: next, commands: [{ type: 'keep_copy' }] }
}

function saved(state: SaveState, { revision, at, change }: Extract<SaveEvent, { type: 'saved' }>): Step {
  const confirmedChange = change ?? state.sendingChange ?? state.change
  const next: SaveState = { ...state, revision, savedAt: at, confirmedChange, sendingChange: null, failures: 0 }
  if (next.explicit) return send(next)
  if (hasUnsavedText(next)) {
    return {
      state: { ...next, phase: 'changed' },
      commands: [{ type: 'keep_copy' }, { type: 'wait', milliseconds: PAUSE_MILLISECONDS }],
    }
  }
  return { state: { ...next, phase: 'saved' }, commands: [{ type: 'drop_copy' }] }
}

function failed(state: SaveState, failure: SaveFailure): Step {
  const next: SaveState = { ...state, sendingChange: null }
  const keep: SaveCommand = { type: 'keep_copy' }
  switch (failure.kind) {
    case 'offline': {
      const milliseconds = Math.min(FIRST_RETRY_MILLISECONDS * 2 ** state.failures, LONGEST_RETRY_MILLISECONDS)
      return {
        state: { ...next, phase: 'offline', failures: state.failures + 1, reason: failure.reason },
        commands: [keep, { type: 'retry_in', milliseconds }],
      }
    }
    case 'session':
      return { state: { ...next, phase: 'session_expired' }, commands: [keep] }
    case 'conflict':
      return { state: { ...next, phase: 'conflict', conflict: failure.conflict }, commands: [keep] }
    case 'refused':
      return { state: { ...next, phase: 'refused', reason: failure.reason }, commands: [keep] }
  }
}

function keepMine(state: SaveState): Step {
  if (state.phase !== 'conflict' || !state.conflict) return stay(state)
  return send({ ...state, revision: state.conflict.revision, explicit: true })
}

const WAITING_FOR_A_DECISION: readonly SavePhase[] = ['conflict', 'session_expired']

export function reduceSaving(state: SaveState, event: SaveEvent): Step {
  switch (event.type) {
    case 'changed':
      return changed(state)
    case 'pause_elapsed':
      return state.phase === 'changed' ? sendIfNeeded(state) : stay(state)
    case 'save_requested': {
      if (WAITING_FOR_A_DECISION.includes(state.phase)) return stay(state)
      const next = { ...state, explicit: state.explicit || event.explicit }
      // Leaving the field must not hammer a server that has just refused the text.
      if (state.phase === 'refused' && !event.explicit) return stay(state)
      return sendIfNeeded(next)
    }
    case 'saved':
      return saved(state, event)
    case 'failed':
      return failed(state, event.failure)
    case 'connection_restored':
    case 'retry_elapsed':
      return state.phase === 'offline' ? send(state) : stay(state)
    case 'session_restored':
      return state.phase === 'session_expired' ? send(state) : stay(state)
    case 'keep_mine':
      return keepMine(state)
    case 'reloaded':
      return { state: startSaving(event.revision), commands: [{ type: 'drop_copy' }] }
  }
}
