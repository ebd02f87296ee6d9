import { api } from '../api/client'
import { sentenceForError } from '../api/problem'
import { announce } from '../ds/toast'
import { viewerMessages } from '../messages/viewer'

/**
 * Opens the document's PDF in a new tab. The tab opens at once, while the click still counts as the person's act,
 * and gets its address when the server has rendered the file.
 */
export async function openPdf(process: string, document: string, before?: () => Promise<boolean>): Promise<void> {
  const tab = window.open('', '_blank')
  if (!tab) {
    announce(viewerMessages.tabBlocked, { tone: 'danger' })
    return
  }
  tab.opener = null
  tab.document.title = viewerMessages.preparingPdf
  tab.document.body.textContent = viewerMessages.preparingPdf
  try {
    if (before && !(await before())) throw new Error(viewerMessages.saveFirst)
    const { url } = await api.get<{ url: string }>(
      `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document)}/pdf`,
    )
    tab.location.replace(url)
  } catch (error) {
    tab.close()
    announce(error instanceof Error && error.message ? error.message : sentenceForError(error), { tone: 'danger' })
  }
}
