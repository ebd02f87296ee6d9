import { mailExamples, tableMessages as text } from '../messages/administration'

const filled = (raw: string) => raw.replace(/\{(\w+)\}/g, (whole, name: string) => mailExamples[name] ?? whole)

/** The e-mail as it arrives, with examples in the place of its names (ACC-16). */
export function MailPreview({ subject, body }: { subject: string; body: string }) {
  return (
    <section className="stack-small" aria-label={text.preview}>
      <h3>{text.preview}</h3>
      <p className="muted small">{text.previewExample}</p>
      <div className="admin-preview">
        <strong>{filled(subject)}</strong>
        {'\n\n'}
        {filled(body)}
      </div>
    </section>
  )
}
