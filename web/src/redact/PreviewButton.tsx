import { useState } from 'react'
import { previewRedaction, type Marks } from '../api/redact'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { Dialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { redactMessages as text } from '../messages/redact'
import { ScrolledFrame } from '../viewer/DocumentFrame'

interface PreviewButtonProps {
  processId: string
  documentId: string
  marks: Marks
}

/** The page as it will be, before anything is made. */
export function PreviewButton({ processId, documentId, marks }: PreviewButtonProps) {
  const [html, setHtml] = useState<string | null>(null)
  const ask = useAct((asked: Marks) => previewRedaction(processId, documentId, asked), {
    onDone: (shown) => setHtml(shown.html),
  })
  return (
    <>
      <Button
        look="secondary"
        busy={ask.busy}
        unavailable={marks.passages.length === 0 ? text.nothingMarked : null}
        onClick={() => void ask.run(marks)}
      >
        {text.preview}
      </Button>
      <ErrorMessage error={ask.error} />
      {html ? (
        <Dialog
          wide
          title={text.previewTitle}
          onClose={() => setHtml(null)}
          actions={
            <Button look="primary" onClick={() => setHtml(null)}>
              {text.close}
            </Button>
          }
        >
          <ScrolledFrame html={html} title={text.previewTitle} />
        </Dialog>
      ) : null}
    </>
  )
}
