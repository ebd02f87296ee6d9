import { useState } from 'react'
import { encode } from 'uqr'
import { beginSecondFactor, confirmSecondFactor, randomSeed } from '../api/security'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { securityMessages as text } from '../messages/security'
import { CodeField } from './ProofFields'

interface EnrolDialogProps {
  onClose: () => void
  onEnrolled: (codes: string[]) => void
}

/** The password, then the application and its first code: nothing is on before that code was right (ACC-02). */
export function EnrolDialog({ onClose, onEnrolled }: EnrolDialogProps) {
  const [begun, setBegun] = useState<{ secret: string; address: string } | null>(null)
  return begun ? (
    <FirstCode begun={begun} onClose={onClose} onEnrolled={onEnrolled} />
  ) : (
    <AskPassword onClose={onClose} onBegun={setBegun} />
  )
}

function AskPassword({ onClose, onBegun }: { onClose: () => void; onBegun: (begun: { secret: string; address: string }) => void }) {
  const [password, setPassword] = useState('')
  const [checked, setChecked] = useState(false)
  const act = useAct(beginSecondFactor, { onDone: onBegun })
  const wrong = act.error?.code === 'wrong_password' ? act.error.message : undefined
  return (
    <FormDialog
      title={text.turnOn}
      confirm={text.next}
      busy={act.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (password) void act.run(password)
      }}
    >
      <p>{text.stepPassword}</p>
      <TextField
        label={text.password}
        type="password"
        autoComplete="current-password"
        autoFocus
        required
        value={password}
        onChange={setPassword}
        error={checked && !password ? text.passwordMissing : wrong}
      />
      <ErrorMessage error={wrong ? null : act.error} />
    </FormDialog>
  )
}

interface FirstCodeProps extends EnrolDialogProps {
  begun: { secret: string; address: string }
}

function FirstCode({ begun, onClose, onEnrolled }: FirstCodeProps) {
  const [seed] = useState(randomSeed)
  const [code, setCode] = useState('')
  const [checked, setChecked] = useState(false)
  const act = useAct((one_time_code: string, key) => confirmSecondFactor({ one_time_code, seed }, key), {
    onDone: ({ codes }) => onEnrolled(codes),
  })
  const wrong = act.field('one_time_code')
  return (
    <FormDialog
      title={text.turnOn}
      confirm={text.confirm}
      busy={act.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (code.trim()) void act.run(code)
      }}
    >
      <p>{text.stepApp}</p>
      <QrCode address={begun.address} />
      <p>
        {text.manual} <code className="security-key">{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <CodeField
        value={code}
        onChange={setCode}
        hint={text.firstCode}
        error={checked && !code.trim() ? text.codeMissing : wrong}
        autoFocus
      />
      <ErrorMessage error={wrong ? null : act.error} />
    </FormDialog>
  )
}

/** Drawn here: the secret goes to no other server. Dark on light whatever the theme, as cameras want it. */
function QrCode({ address }: { address: string }) {
  const { data, size } = encode(address, { border: 4 })
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <svg className="security-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={text.qr} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
