import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Dialog } from '../ds/Dialog'
import { securityMessages as text } from '../messages/security'

/** Shown this once; printed, they are alone on the page. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { user, tenant } = useMe()
  return (
    <Dialog
      title={text.codesTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => window.print()}>{text.print}</Button>
          <Button look="primary" onClick={onClose}>
            {text.kept}
          </Button>
        </>
      }
    >
      <p>{text.codesText}</p>
      <div className="recovery-paper">
        <p>
          <strong>{text.codesOf(user.login)}</strong> · {tenant.short_name}
        </p>
        <ol className="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </div>
    </Dialog>
  )
}
