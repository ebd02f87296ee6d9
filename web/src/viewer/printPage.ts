import { framePage } from './framePage'

/**
 * Prints the document as it is read, without the screen around it (DOC-23). It is drawn apart, in a frame where no
 * script runs: `allow-modals` lets this page open the print dialog for it, nothing more.
 */
export function printPage(html: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.className = 'print-frame'
  frame.tabIndex = -1
  frame.setAttribute('aria-hidden', 'true')
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.srcdoc = framePage(html)
  frame.addEventListener('load', () => {
    const page = frame.contentWindow
    page?.addEventListener('afterprint', () => frame.remove())
    page?.focus()
    page?.print()
  })
  document.body.append(frame)
  return frame
}
