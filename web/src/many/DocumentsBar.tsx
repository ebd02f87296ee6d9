import { lazy, Suspense, useState } from 'react'
import { Button } from '../ds/Button'
import { Menu } from '../ds/Menu'
import { manyDocuments as text } from '../messages/many-documents'
import type { ChosenDocument, ManyAct } from './documents'

const ManyDialogs = lazy(() => import('./ManyDialogs'))
const CertifyMany = lazy(() => import('./CertifyMany'))

type Section = keyof typeof text.sections

const SECTIONS: [Section, Exclude<ManyAct, 'restore'>[]][] = [
  ['read', ['authenticate', 'acknowledge', 'comment', 'extract_text']],
  ['unit', ['block', 'favourite']],
  ['data', ['access', 'data']],
  ['stop', ['move', 'lock', 'unlock', 'cancel', 'delete']],
]

interface DocumentsBarProps {
  chosen: ChosenDocument[]
  /** The list has a button of its own to sign. */
  withoutSigning?: boolean
  onDone: () => void
}

/** Acts on the chosen documents of any list (issue 4 §6). */
export function DocumentsBar({ chosen, withoutSigning = false, onDone }: DocumentsBarProps) {
  const [act, setAct] = useState<ManyAct | 'sign' | null>(null)
  // What the dialog is about does not change under it when the list is read again.
  const [about, setAbout] = useState<ChosenDocument[]>([])
  const start = (wanted: ManyAct | 'sign') => {
    setAbout(chosen)
    setAct(wanted)
  }
  const none = chosen.length === 0 ? text.pickFirst : null
  const props = { chosen: about, onClose: () => setAct(null), onDone }
  return (
    <div className="row" role="group" aria-label={text.bar}>
      {withoutSigning ? null : (
        <Button look="secondary" small unavailable={none} onClick={() => start('sign')}>
          {text.sign}
        </Button>
      )}
      <Menu
        look="secondary"
        small
        label={text.more}
        unavailable={none}
        choices={SECTIONS.flatMap(([section, acts]) =>
          acts.map((one) => ({ id: one, label: text.acts[one], section: text.sections[section], run: () => start(one) })),
        )}
      />
      <Suspense fallback={null}>
        {act === 'sign' || act === 'authenticate' ? <CertifyMany act={act} {...props} /> : null}
        {act && act !== 'sign' && act !== 'authenticate' ? <ManyDialogs act={act} {...props} /> : null}
      </Suspense>
    </div>
  )
}
