import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { lockDocument, unlockDocument } from '../api/life'
import type { DocumentDetail } from '../api/types'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Menu } from '../ds/Menu'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { circularMessages } from '../messages/circular'
import { copyingMessages as copying } from '../messages/copying'
import { lifeMessages as text } from '../messages/life'
import { redactMessages } from '../messages/redact'
import { copy, copyCitation } from '../process/copying'
import { printPage } from '../viewer/printPage'
import { HOME } from '../environment'

const AcknowledgeDialog = lazy(() => import('./AcknowledgeDialog'))
const HolderDialog = lazy(() => import('../confidential/HolderDialog'))
const CircularDialog = lazy(() => import('../circular/CircularDialog'))
const MoveDialog = lazy(() => import('./MoveDialog'))

interface LifeActionsProps {
  processId: string
  document: DocumentDetail
  onChanged: () => void
}

/** What is done to a document that is already there (DOC-18, DOC-20, DOC-21), and its number to take away (PRO-21). */
export function LifeActions({ processId, document, onChanged }: LifeActionsProps) {
  const me = useMe()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'acknowledge' | 'move' | 'credential' | 'circular' | null>(null)
  const allowed = (action: string) => document.actions[action]?.allowed ?? false
  const known = document.acknowledgements.some((one) => one.user.id === me.user.id)
  const close = () => setAsking(null)
  const lock = useAct((_: undefined, key) => lockDocument(processId, document.id, key), {
    onDone: () => {
      announce(text.locked)
      onChanged()
    },
  })
  const unlock = useAct((_: undefined, key) => unlockDocument(processId, document.id, key), {
    onDone: () => {
      announce(text.unlocked)
      onChanged()
    },
  })
  const redact = () =>
    void navigate({ to: '/processo/$processId/documento/$documentId/ocultar', params: { processId, documentId: document.id } })
  const drawable = document.kind === 'authored' || document.media_type === 'application/pdf'
  const circulates = document.kind === 'authored' && allowed('document.circulate')
  const name = `${document.title} (${document.number})`
  const print = (html: string) => void printPage(html, name)
  const address = `${location.origin}${HOME}/processo/${processId}/documento/${document.id}`
  const choices = [
    ...(allowed('document.move') ? [{ id: 'move', label: text.move, run: () => setAsking('move') }] : []),
    ...(allowed('signing_credential.grant') ? [{ id: 'credential', label: text.credential, run: () => setAsking('credential') }] : []),
    ...(circulates ? [{ id: 'circular', label: circularMessages.act, run: () => setAsking('circular') }] : []),
    ...(allowed('document.lock') ? [{ id: 'lock', label: text.lock, run: () => void lock.run(undefined) }] : []),
    ...(allowed('document.unlock') ? [{ id: 'unlock', label: text.unlock, run: () => void unlock.run(undefined) }] : []),
    ...(document.html ? [{ id: 'print', label: text.print, run: () => print(document.html ?? '') }] : []),
    { id: 'number', label: copying.number, run: () => copy(document.number) },
    { id: 'name', label: copying.nameAndNumber, run: () => copy(name) },
    { id: 'link', label: copying.link, run: () => copy(address) },
    { id: 'citation', label: copying.forEditor, run: () => copyCitation('document', document.number) },
    ...(allowed('document.redact') && drawable ? [{ id: 'redact', label: redactMessages.act, run: redact }] : []),
  ]
  const dialog = { process: processId, document: document.id, name, onChanged, onClose: close }
  return (
    <>
      {allowed('document.acknowledge') && !known ? (
        <Button small look="secondary" onClick={() => setAsking('acknowledge')}>
          {text.acknowledge}
        </Button>
      ) : null}
      <Menu small look="secondary" label={text.moreShort} ariaLabel={text.more} choices={choices} />
      <ErrorMessage error={lock.error ?? unlock.error} />
      <Suspense fallback={null}>
        {asking === 'acknowledge' ? <AcknowledgeDialog {...dialog} /> : null}
        {asking === 'circular' ? <CircularDialog {...dialog} /> : null}
        {asking === 'move' ? <MoveDialog {...dialog} /> : null}
        {asking === 'credential' ? (
          <HolderDialog process={{ id: processId, nup: '' }} document={{ id: document.id, name }} act="sign" onClose={close} />
        ) : null}
      </Suspense>
    </>
  )
}
