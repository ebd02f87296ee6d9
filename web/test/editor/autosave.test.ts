// @vitest-environment node
/** DOC-03, DOC-05: nothing written is ever lost, and nobody's text is overwritten unseen. */
import { describe, expect, test } from 'vitest'
import {
  hasUnsavedText,
  reduceSaving,
  type SaveCommand,
  type SaveEvent,
  type SaveState,
  startSaving,
} from '../../src/editor/saving/autosave'

function run(events: SaveEvent[], start: SaveState = startSaving('r1')): { state: SaveState; commands: SaveCommand[] } {
  let state = start
  let commands: SaveCommand[] = []
  for (const event of events) ({ state, commands } = reduceSaving(state, event))
  return { state, commands }
}

const changed: SaveEvent = { type: 'changed' }
const paused: SaveEvent = { type: 'pause_elapsed' }
const saved = (revision: string): SaveEvent => ({ type: 'saved', revision, at: '2026-11-23T13:00:00Z' })
const offline: SaveEvent = { type: 'failed', failure: { kind: 'offline', reason: null } }
const conflict = { editedBy: 'Beto', editedAt: '2026-11-23T12:59:00Z', revision: 'r9' }
const conflicted: SaveEvent = { type: 'failed', failure: { kind: 'conflict', conflict } }
const kinds = (commands: SaveCommand[]) => commands.map(({ type }) => type)

describe('saving a draft', () => {
  test('each change is kept on this computer and waits for a pause of 2 seconds', () => {
    const { state, commands } = run([changed])
    expect(state.phase).toBe('changed')
    expect(commands).toEqual([{ type: 'keep_copy' }, { type: 'wait', milliseconds: 2000 }])
  })

  test('after the pause the text goes over the revision it was written on', () => {
    expect(run([changed, paused]).commands).toEqual([{ type: 'send', revision: 'r1', explicit: false }])
  })

  test('the copy is dropped only when the server confirmed this very text', () => {
    expect(kinds(run([changed, paused, saved('r2')]).commands)).toEqual(['drop_copy'])
  })

  test('what is typed while saving stays in the copy and is saved next, over the new revision', () => {
    const typing = run([changed, paused, changed, saved('r2')])
    expect(kinds(typing.commands)).toEqual(['keep_copy', 'wait'])
    expect(hasUnsavedText(typing.state)).toBe(true)
    expect(run([paused], typing.state).commands).toEqual([{ type: 'send', revision: 'r2', explicit: false }])
  })

  test('two saves never run at the same time', () => {
    expect(run([changed, paused, changed, { type: 'save_requested', explicit: false }]).commands).toEqual([])
  })

  test('Ctrl+S makes a version even without new changes, and is not forgotten while saving', () => {
    expect(run([{ type: 'save_requested', explicit: true }]).commands).toEqual([
      { type: 'send', revision: 'r1', explicit: true },
    ])
    const during = run([changed, paused, { type: 'save_requested', explicit: true }, saved('r2')])
    expect(during.commands).toEqual([{ type: 'send', revision: 'r2', explicit: true }])
  })

  test('leaving the text without changes sends nothing', () => {
    expect(run([{ type: 'save_requested', explicit: false }]).commands).toEqual([])
  })

  test('without connection it keeps the copy and tries again, later each time', () => {
    const first = run([changed, paused, offline])
    expect(first.commands).toEqual([{ type: 'keep_copy' }, { type: 'retry_in', milliseconds: 3000 }])
    const second = run([{ type: 'retry_elapsed' }, offline], first.state)
    expect(second.commands.at(-1)).toEqual({ type: 'retry_in', milliseconds: 6000 })
    expect(run([{ type: 'connection_restored' }], second.state).commands).toEqual([
      { type: 'send', revision: 'r1', explicit: false },
    ])
  })

  test('a lost answer confirms only the text it carried', () => {
    const lost = run([changed, paused, offline, changed, { type: 'retry_elapsed' }])
    const { state } = run([{ type: 'saved', revision: 'r2', at: '2026-11-23T13:00:00Z', change: 1 }], lost.state)
    expect(state.phase).toBe('changed')
    expect(hasUnsavedText(state)).toBe(true)
  })

  test('when somebody saved first nothing is sent until the person decides', () => {
    const { state } = run([changed, paused, conflicted])
    expect(state).toMatchObject({ phase: 'conflict', conflict })
    const insisting = run(
      [changed, paused, { type: 'save_requested', explicit: true }, { type: 'retry_elapsed' }],
      state,
    )
    expect(insisting.state.phase).toBe('conflict')
    expect(insisting.commands).toEqual([])
    expect(kinds(run([changed], state).commands)).toEqual(['keep_copy'])
  })

  test('keeping my text saves it over the other revision, as a version', () => {
    const { commands } = run([changed, paused, conflicted, { type: 'keep_mine' }])
    expect(commands).toEqual([{ type: 'send', revision: 'r9', explicit: true }])
  })

  test('an ended session keeps the text and saves it after entering again', () => {
    const ended = run([changed, paused, { type: 'failed', failure: { kind: 'session' } }])
    expect(ended.state.phase).toBe('session_expired')
    expect(kinds(ended.commands)).toEqual(['keep_copy'])
    expect(run([{ type: 'session_restored' }], ended.state).commands).toEqual([
      { type: 'send', revision: 'r1', explicit: false },
    ])
  })

  test('a concluded process is said, the text kept, and the server is not asked at every blur', () => {
    const reason = 'O processo foi concluído nesta unidade.'
    const refused = run([changed, paused, { type: 'failed', failure: { kind: 'refused', reason } }])
    expect(refused.state).toMatchObject({ phase: 'refused', reason })
    expect(kinds(refused.commands)).toEqual(['keep_copy'])
    expect(run([{ type: 'save_requested', explicit: false }], refused.state).commands).toEqual([])
    expect(kinds(run([{ type: 'save_requested', explicit: true }], refused.state).commands)).toEqual(['send'])
  })

  test('opening the saved version starts over and drops the copy', () => {
    const { state, commands } = run([changed, paused, conflicted, { type: 'reloaded', revision: 'r9' }])
    expect(state).toEqual(startSaving('r9'))
    expect(kinds(commands)).toEqual(['drop_copy'])
  })
})
