import { useState } from 'react'
import { consultSignatures, type ConsultedSignatures } from '../api/documents'
import { sentenceForError } from '../api/problem'
import { Button } from '../ds/Button'
import { announce } from '../ds/toast'
import { viewerMessages as text } from '../messages/viewer'

interface SignatureDownloadsProps {
  process: string
  document: { id: string; number: string }
  /** A received file is downloaded as it is; only its records are of here. */
  recordsOnly?: boolean
  /** It was signed by certificate: there is a PDF with the signatures inside. */
  certified?: boolean
}

function save(address: string, name: string): void {
  const link = window.document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}

/** What was signed and the sealed record of each signature or authentication, as files of this computer (DOC-16). */
export function SignatureDownloads({ process, document, recordsOnly = false, certified = false }: SignatureDownloadsProps) {
  const [busy, setBusy] = useState(false)
  const fetched = async (use: (found: ConsultedSignatures) => void) => {
    setBusy(true)
    try {
      use(await consultSignatures(process, document.id))
    } catch (error) {
      announce(sentenceForError(error), { tone: 'danger' })
    }
    setBusy(false)
  }
  const content = () =>
    fetched(({ signed_content: signed }) => (signed ? save(signed.url, '') : announce(text.noRecords)))
  const file = () => fetched(({ signed_file: signed }) => (signed ? save(signed.url, '') : announce(text.noRecords)))
  const records = () =>
    fetched(({ items }) => {
      const kept = items.map(({ record }) => record).filter((record) => record !== null)
      if (kept.length === 0) return announce(text.noRecords)
      const address = URL.createObjectURL(new Blob([JSON.stringify(kept)], { type: 'application/json' }))
      save(address, text.recordsName(document.number))
      URL.revokeObjectURL(address)
    })
  return (
    <p className="signature-downloads">
      {certified ? (
        <Button small busy={busy} onClick={() => void file()}>
          {text.downloadCertified}
        </Button>
      ) : null}
      {recordsOnly ? null : (
        <Button small busy={busy} onClick={() => void content()}>
          {text.downloadSigned}
        </Button>
      )}
      <Button small busy={busy} onClick={() => void records()}>
        {text.downloadRecords}
      </Button>
    </p>
  )
}
