import { Checkbox } from '../ds/Choice'
import { FieldFrame, TextField } from '../ds/Field'
import { FileInput } from '../ds/FileInput'
import { Message } from '../ds/Message'
import { signingMessages as text } from '../messages/signing'

export interface CertificateChoice {
  file: File | null
  password: string
  shown: boolean
}

export const NO_CERTIFICATE: CertificateChoice = { file: null, password: '', shown: false }

interface CertificateFieldsProps {
  choice: CertificateChoice
  onChange: (choice: CertificateChoice) => void
  errors: { file?: string | undefined; password?: string | undefined }
}

/** A certificate in a file of this computer and the password that opens it (DOC-10). */
export function CertificateFields({ choice, onChange, errors }: CertificateFieldsProps) {
  return (
    <>
      <FieldFrame label={text.certificateFile} hint={text.certificateFileHint} error={errors.file} required>
        {({ id, describedBy, invalid }) => (
          <FileInput
            id={id}
            accept=".pfx,.p12,application/x-pkcs12"
            aria-required
            aria-invalid={invalid}
            aria-describedby={describedBy}
            onChoose={(file) => onChange({ ...choice, file: file ?? null })}
          />
        )}
      </FieldFrame>
      <div className="signing-password">
        <TextField
          label={text.certificatePassword}
          hint={text.certificatePasswordHint}
          required
          type={choice.shown ? 'text' : 'password'}
          name="certificate-password"
          autoComplete="off"
          value={choice.password}
          onChange={(password) => onChange({ ...choice, password })}
          error={errors.password}
        />
        <Checkbox label={text.showPassword} checked={choice.shown} onChange={(shown) => onChange({ ...choice, shown })} />
      </div>
      <Message tone="info">{text.certificateStays}</Message>
    </>
  )
}
