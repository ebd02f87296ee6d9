import { sentenceForError } from '../api/problem'
import { announce } from '../ds/toast'
import { dsMessages } from '../messages/ds'
import { watch } from '../network/signal'

/** Says what was done, and offers to take it back; the key is one, however often it has to be sent. */
export function announceWithUndo(said: string, undo: (key: string) => Promise<unknown>): void {
  const key = crypto.randomUUID()
  const send = () => undo(key)
  const run = async () => {
    try {
      await (watch.current ? watch.current.held(send) : send())
      announce(dsMessages.undone)
    } catch (error) {
      announce(sentenceForError(error), { tone: 'danger' })
    }
  }
  announce(said, { action: { label: dsMessages.undo, run: () => void run() } })
}
