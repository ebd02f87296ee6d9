import { api } from '../api/client'
import type { OpenedCertificate } from './certificate'
import type { DocumentToSign } from './signing'

interface Ready {
  id: string
  to_sign: string
}

/** One document: the server makes the file ready, the key signs here, the server finishes (DOC-10). */
export async function certify(
  process: string,
  document: DocumentToSign,
  certificate: OpenedCertificate,
  roleTitle: string,
): Promise<void> {
  const path = `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document.id)}/certificate-signatures`
  const asked = { chain: certificate.chain, role_title: roleTitle, digest: document.digest }
  const ready = await api.post<Ready>(path, asked, { idempotencyKey: crypto.randomUUID() })
  const signature = await certificate.sign(ready.to_sign)
  await api.post(`${path}/${encodeURIComponent(ready.id)}`, { signature }, { idempotencyKey: crypto.randomUUID() })
}
