import { computeHash, declare, sendFile, waitForInspection } from '../../upload/transport'
import { UploadStopped } from '../../upload/stopped'
import { uploadMessages } from '../../messages/upload'

/** Through the same door as any file: declared, sent to quarantine, examined (DOC-08). Answers the upload's id. */
export async function sendImage(process: string, file: File, signal: AbortSignal): Promise<string> {
  const ignored = () => undefined
  const sha256 = await computeHash(file, ignored, signal)
  const declared = await declare(process, file, sha256, signal)
  if (!declared.post) throw new UploadStopped(uploadMessages.refusals.storage, 'failed')
  await sendFile(declared.post, file, ignored, signal)
  await waitForInspection(process, declared.id, signal)
  return declared.id
}
