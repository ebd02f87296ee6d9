import { sentenceForError } from '../api/problem'
import { exportProcess } from '../api/processes'
import type { ProcessHeader } from '../api/types'
import { announce } from '../ds/toast'
import { processMessages } from '../messages/process'

/** Saves the exported process as a file of this computer. */
export async function downloadExport(process: ProcessHeader): Promise<void> {
  try {
    const content = JSON.stringify(await exportProcess(process.id))
    const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = processMessages.exportName(process.nup)
    link.click()
    URL.revokeObjectURL(address)
  } catch (error) {
    announce(sentenceForError(error), { tone: 'danger' })
  }
}
