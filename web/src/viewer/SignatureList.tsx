import type { DocumentDetail } from '../api/types'
import { certifyingMessages as certifying } from '../messages/certifying'
import { viewerMessages as text } from '../messages/viewer'
import { SignatureDownloads } from './SignatureDownloads'
import { useTime } from '../time/use-time'

/** Who signed, as what, when, and the codes that let anyone check it (DOC-14, DOC-16). */
export function SignatureList({ processId, document }: { processId: string; document: DocumentDetail }) {
  if (document.kind === 'uploaded') return <Stamps processId={processId} document={document} />
  return <Signatures processId={processId} document={document} />
}

/** A received file is not signed: it is authenticated, if it was digitized (DOC-13). */
function Stamps({ processId, document }: { processId: string; document: DocumentDetail }) {
  if (document.stamps.length === 0) return null
  return (
    <div role="group" className="signatures" aria-labelledby={`stamps-${document.id}`}>
      <h3 id={`stamps-${document.id}`}>{certifying.stamps}</h3>
      <ul>
        {document.stamps.map((stamp) => (
          <li key={stamp}>{stamp}</li>
        ))}
      </ul>
      <SignatureDownloads process={processId} document={document} recordsOnly />
    </div>
  )
}

function Signatures({ processId, document }: { processId: string; document: DocumentDetail }) {
  const time = useTime()
  const address = `/publico.html?verificador=${encodeURIComponent(document.verifier)}&crc=${encodeURIComponent(document.crc ?? '')}`
  return (
    <div role="group" className="signatures" aria-labelledby={`signatures-${document.id}`}>
      <h3 id={`signatures-${document.id}`}>{text.signatures}</h3>
      {document.signatures.length === 0 ? <p className="muted">{text.noSignatures}</p> : null}
      {document.signatures.length > 0 ? (
        <ul>
          {document.signatures.map((signature) => (
            <li key={`${signature.signer.id}-${signature.at}`}>
              <strong>{signature.signer.name}</strong>
              <span>{text.signatureLine(signature.role_title, signature.unit.acronym)}</span>
              <span className="muted small">
                {text.signedAt(time.instant(signature.at))}, {text.levels[signature.level]}, {text.methods[signature.method] ?? signature.method}
              </span>
              {signature.certificate ? (
                <span className="muted small">{text.certificate(signature.certificate.issuer, signature.certificate.serial)}</span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {document.crc ? (
        <SignatureDownloads
          process={processId}
          document={document}
          certified={document.signatures.some(({ certificate }) => certificate)}
        />
      ) : null}
      {document.crc ? (
        <p className="small">
          {text.verifier} <strong>{document.verifier}</strong> · {text.crc} <strong>{document.crc}</strong> ·{' '}
          <a href={address} target="_blank" rel="noopener">
            {text.check}
          </a>
        </p>
      ) : null}
    </div>
  )
}
