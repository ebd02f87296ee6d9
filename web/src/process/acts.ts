import type { ActionState } from '../api/types'
import { processMessages } from '../messages/process'

export type Actions = Record<string, ActionState>

/** Why an act is not possible, or null when it is. An act the API does not mention is not for this person. */
export function refusal(actions: Actions, act: string): string | null {
  const state = actions[act]
  if (state?.allowed) return null
  return state?.reason ?? processMessages.unavailable
}

export function isAllowed(actions: Actions, act: string): boolean {
  return actions[act]?.allowed === true
}
