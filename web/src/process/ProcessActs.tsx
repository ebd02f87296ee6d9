import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { concludeWithUndo } from '../acts/conclude'
import { refreshProcess, reopenProcess } from '../api/processes'
import { markUnread } from '../api/ties'
import type { ProcessPage } from '../api/types'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Menu, type MenuChoice } from '../ds/Menu'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { listLeft } from '../inbox/left'
import { favouriteMessages } from '../messages/authoring'
import { includeMessages } from '../messages/blocks'
import { emailMessages } from '../messages/correspondence'
import { duplicateMessages } from '../messages/duplicate'
import { copyMessages } from '../messages/jobs'
import { orderMessages } from '../messages/order'
import { planMessages } from '../messages/plan'
import { processMessages as text } from '../messages/process'
import { readingMessages } from '../messages/reading'
import { tieActMessages } from '../messages/ties'
import { useShortcuts } from '../shell/shortcuts'
import { isAllowed, refusal } from './acts'
import { downloadExport } from './export-process'
import { TieDialogs, type TieDialogName } from '../ties/TieDialogs'

const SendDialog = lazy(() => import('../acts/SendDialog'))
const AssignDialog = lazy(() => import('../acts/AssignDialog'))
const ConcludeDialog = lazy(() => import('./dialogs/ConcludeDialog'))
const ProgressDialog = lazy(() => import('./dialogs/ProgressDialog'))
const CopyDialog = lazy(() => import('../copies/CopyDialog'))
const EmailDialog = lazy(() => import('../mail/EmailDialog'))
const DuplicateDialog = lazy(() => import('../duplicate/DuplicateDialog'))
const OrderDialog = lazy(() => import('../order/OrderDialog'))
const IncludeDialog = lazy(() => import('../blocks/IncludeDialog'))
const FavouriteDialog = lazy(() => import('../favourites/FavouriteDialog'))
const RenumberDialog = lazy(() => import('./dialogs/RenumberDialog'))
const DeleteProcessDialog = lazy(() => import('./dialogs/DeleteProcessDialog'))

type DialogName = TieDialogName | 'favourite' | 'block' | 'copy' | 'email' | 'duplicate' | 'order' | 'send' | 'assign' | 'conclude' | 'progress' | 'renumber' | 'delete'

/** Every act says its name; one that is not possible says why. */
export function ProcessActs({ page }: { page: ProcessPage }) {
  const { process, presence, actions } = page
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const close = () => setDialog(null)
  const target = { id: process.id, nup: process.nup, assignee: presence?.assignee ?? null }
  const conclude = useAct(() => concludeWithUndo([target]))
  const reopen = useAct((id: string, key) => reopenProcess(id, key), {
    onDone: async () => {
      announce(text.reopened)
      await refreshProcess(process.id)
    },
  })
  const include = () => void navigate({ to: '/processo/$processId/incluir', params: { processId: process.id } })
  const upload = () =>
    void navigate({ to: '/processo/$processId/incluir', params: { processId: process.id }, search: { modo: 'arquivo' } })
  const canInclude = isAllowed(actions, 'document.create') || isAllowed(actions, 'document.upload')
  const openIf = (name: DialogName, act: string) => {
    if (isAllowed(actions, act)) setDialog(name)
  }
  useShortcuts({
    include: () => canInclude && include(),
    upload: () => isAllowed(actions, 'document.upload') && upload(),
    send: () => openIf('send', 'process.send'),
    assign: () => openIf('assign', 'process.assign'),
    conclude: () => presence?.open && isAllowed(actions, 'process.conclude') && void conclude.run(undefined),
  })
  return (
    <div className="process-acts" role="toolbar" aria-label={text.acts}>
      <Button look="primary" onClick={include} unavailable={canInclude ? null : refusal(actions, 'document.create')}>
        {text.include}
      </Button>
      <Button look="secondary" onClick={() => setDialog('send')} unavailable={refusal(actions, 'process.send')}>
        {text.send}
      </Button>
      <Button look="secondary" onClick={() => setDialog('assign')} unavailable={refusal(actions, 'process.assign')}>
        {text.assign}
      </Button>
      {presence?.open ? (
        <Button
          look="secondary"
          busy={conclude.busy}
          unavailable={refusal(actions, 'process.conclude')}
          onClick={() => void conclude.run(undefined)}
        >
          {text.conclude}
        </Button>
      ) : (
        <Button
          look="secondary"
          busy={reopen.busy}
          unavailable={refusal(actions, 'process.reopen')}
          onClick={() => void reopen.run(process.id)}
        >
          {text.reopen}
        </Button>
      )}
      <Button look="secondary" onClick={() => setDialog('progress')} unavailable={refusal(actions, 'process.record_progress')}>
        {text.progress}
      </Button>
      <MoreActs page={page} onOpen={setDialog} />
      <ErrorMessage error={reopen.error} />
      <Suspense fallback={null}>
        {dialog === 'send' ? <SendDialog targets={[target]} passed={page.passed_units} onClose={close} onDone={close} /> : null}
        {dialog === 'assign' ? <AssignDialog targets={[target]} onClose={close} onDone={close} /> : null}
        {dialog === 'conclude' ? <ConcludeDialog target={target} onClose={close} /> : null}
        {dialog === 'progress' ? <ProgressDialog process={process.id} onClose={close} /> : null}
        {dialog === 'block' ? <IncludeDialog title={includeMessages.titleProcess(process.nup)} process={process.id} onClose={close} /> : null}
        {dialog === 'favourite' ? <FavouriteDialog name={process.nup} process={process.id} onClose={close} /> : null}
        {dialog === 'email' ? <EmailDialog process={process.id} onClose={close} /> : null}
        {dialog === 'duplicate' ? <DuplicateDialog process={target} onClose={close} /> : null}
        {dialog === 'order' ? <OrderDialog process={target} total={page.documents.total} onClose={close} /> : null}
        {dialog === 'copy' ? <CopyDialog process={target} onClose={close} /> : null}
        <TieDialogs open={dialog && isTieDialog(dialog) ? dialog : null} process={target} onClose={close} />
        {dialog === 'renumber' ? <RenumberDialog process={process} onClose={close} /> : null}
        {dialog === 'delete' ? <DeleteProcessDialog target={target} onClose={close} /> : null}
      </Suspense>
    </div>
  )
}

function isTieDialog(name: DialogName): name is TieDialogName {
  return TIE_DIALOGS.includes(name)
}

const TIE_DIALOGS: DialogName[] = ['acknowledge', 'suspend', 'resume', 'relate', 'annex', 'lock', 'unlock']

function MoreActs({ page, onOpen }: { page: ProcessPage; onOpen: (name: DialogName) => void }) {
  const { process, actions } = page
  const me = useMe()
  const navigate = useNavigate()
  const unread = useAct((id: string, key) => markUnread(id, key), {
    onDone: async () => {
      announce(tieActMessages.markedUnread)
      await navigate({ to: '/caixa', search: listLeft(me.unit.id) })
      await refreshProcess(process.id)
    },
  })
  useShortcuts({ unread: () => isAllowed(actions, 'process.mark_unread') && void unread.run(process.id) })
  const choice = (id: string, label: string, act: string, run: () => void) => {
    const reason = refusal(actions, act)
    return { id, label, note: reason ?? undefined, disabled: reason !== null, run }
  }
  const under = (section: string, choices: Omit<MenuChoice, 'section'>[]) => choices.map((one) => ({ ...one, section }))
  return (
    <Menu
      look="secondary"
      label={text.more}
      choices={[
        ...under(text.sections.data, [
          choice('change', text.change, 'process.edit', () => {
            void navigate({ to: '/processo/$processId/alterar', params: { processId: process.id } })
          }),
          ...(process.filed_on ? [choice('renumber', text.renumber, 'process.renumber', () => onOpen('renumber'))] : []),
          {
            id: 'read',
            label: readingMessages.act,
            run: () => void navigate({ to: '/processo/$processId/leitura', params: { processId: process.id } }),
          },
          choice('order', orderMessages.act, 'process.order', () => onOpen('order')),
          {
            id: 'plan',
            label: planMessages.act,
            run: () => void navigate({ to: '/processo/$processId', params: { processId: process.id }, search: { painel: 'plano' } }),
          },
          choice('acknowledge', tieActMessages.acknowledge, 'process.acknowledge', () => onOpen('acknowledge')),
          choice('email', emailMessages.act, 'process.mail', () => onOpen('email')),
        ]),
        ...under(text.sections.unit, [
          choice('block', includeMessages.act, 'block.include_process', () => onOpen('block')),
          { id: 'favourite', label: favouriteMessages.act, run: () => onOpen('favourite') },
          choice('unread', tieActMessages.unread, 'process.mark_unread', () => void unread.run(process.id)),
        ]),
        ...under(text.sections.others, [
          choice('relate', tieActMessages.relate, 'process.relate', () => onOpen('relate')),
          choice('related', tieActMessages.startRelated, 'process.relate', () => {
            void navigate({ to: '/processo/novo', search: { relacionado: process.id } })
          }),
          choice('annex', tieActMessages.annex, 'process.annex', () => onOpen('annex')),
          choice('duplicate', duplicateMessages.act, 'process.duplicate', () => onOpen('duplicate')),
        ]),
        ...under(text.sections.copies, [
          choice('copy', copyMessages.act, 'process.copy', () => onOpen('copy')),
          choice('export', text.exportProcess, 'process.export', () => void downloadExport(process)),
        ]),
        ...under(text.sections.stop, [
          choice('conclude', text.concludeScheduled, 'process.conclude', () => onOpen('conclude')),
          process.state === 'suspended'
            ? choice('resume', tieActMessages.resume, 'process.resume', () => onOpen('resume'))
            : choice('suspend', tieActMessages.suspend, 'process.suspend', () => onOpen('suspend')),
          ...(me.actions.includes('process.lock')
            ? [
                process.state === 'locked'
                  ? choice('unlock', tieActMessages.unlock, 'process.unlock', () => onOpen('unlock'))
                  : choice('lock', tieActMessages.lock, 'process.lock', () => onOpen('lock')),
              ]
            : []),
          choice('delete', text.deleteProcess, 'process.delete', () => onOpen('delete')),
        ]),
      ]}
    />
  )
}
