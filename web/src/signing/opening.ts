import { signingMessages as text } from '../messages/signing'
import type { OpenedCertificate } from './certificate'
import type { CertificateChoice } from './CertificateFields'

interface Opening {
  opened: OpenedCertificate | null
  errors: { file?: string; password?: string }
}

/** Opens what was chosen, or says what is wrong beside the field that is to be corrected. */
export async function openChoice({ file, password }: CertificateChoice): Promise<Opening> {
  if (!file || !password) {
    return {
      opened: null,
      errors: {
        ...(file ? {} : { file: text.certificateFileRequired }),
        ...(password ? {} : { password: text.certificatePasswordRequired }),
      },
    }
  }
  // Opening keys is heavy and rare: it is fetched when the first one is opened.
  const { CertificateUnusable, openCertificate } = await import('./certificate')
  try {
    return { opened: await openCertificate(await file.arrayBuffer(), password), errors: {} }
  } catch (error) {
    if (!(error instanceof CertificateUnusable)) throw error
    return { opened: null, errors: { [error.reason === 'password' ? 'password' : 'file']: text.unusable[error.reason] } }
  }
}
