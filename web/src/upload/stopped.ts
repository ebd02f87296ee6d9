/** The file will not go on as it is; `phase` says whether trying again may help. */
export class UploadStopped extends Error {
  readonly phase: 'refused' | 'failed'

  constructor(message: string, phase: 'refused' | 'failed') {
    super(message)
    this.phase = phase
  }
}
