import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import {
  concludeBlock,
  deleteBlock,
  flagBlock,
  refreshBlocks,
  reopenBlock,
  shareBlock,
  unshareBlock,
  type BlockFlag,
  type BlockItem,
  type BlockPage,
} from '../api/blocks'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { Menu } from '../ds/Menu'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { blockMessages, blockPageMessages as text } from '../messages/blocks'
import { circularMessages } from '../messages/circular'
import { signingMessages } from '../messages/signing'
import { HOME } from '../environment'

const SignDialog = lazy(async () => ({ default: (await import('../signing/SignDialog')).SignDialog }))
const BlockDialog = lazy(() => import('./BlockDialog'))
const ReturnDialog = lazy(() => import('./ReturnDialog'))
const BlockMailDialog = lazy(() => import('../circular/BlockMailDialog'))
const AssignBlockDialog = lazy(() => import('./AssignBlockDialog'))

const FLAGS: BlockFlag[] = ['priority', 'reviewed', 'commented']

interface BlockActsProps {
  page: BlockPage
  items: BlockItem[]
  chosen: BlockItem[]
}

/** What may be done with the block in its present state (features.md BLO-02). */
export function BlockActs({ page, items, chosen }: BlockActsProps) {
  const { block, actions } = page
  const [dialog, setDialog] = useState<'sign' | 'change' | 'return' | 'assign' | 'mail' | null>(null)
  const acted = useBlockAct(block.id)
  const allowed = (act: string) => actions[act]?.allowed === true
  const atHome = block.state === 'generated' || block.state === 'returned'
  const signable = items.filter((item) => item.signable?.allowed && item.digest)
  const picked = signable.filter((item) => chosen.includes(item))
  const toSign = picked.length > 0 ? picked : signable
  return (
    <div className="block-acts" role="toolbar" aria-label={text.acts}>
      {signable.length > 0 ? (
        <Button look="primary" onClick={() => setDialog('sign')}>
          {signingMessages.confirmMany(toSign.length)}
        </Button>
      ) : null}
      {block.kind !== 'internal' && atHome && allowed('block.share') ? (
        <Button look="secondary" busy={acted.busy} onClick={() => void acted.run('share')}>
          {text.share}
        </Button>
      ) : null}
      {block.state === 'shared' && allowed('block.unshare') ? (
        <Button look="secondary" busy={acted.busy} onClick={() => void acted.run('unshare')}>
          {text.unshare}
        </Button>
      ) : null}
      {block.state === 'received' ? (
        <Button look="secondary" onClick={() => setDialog('return')}>
          {text.giveBack}
        </Button>
      ) : null}
      {block.state === 'concluded' ? null : (
        <Button look="secondary" onClick={() => setDialog('assign')}>
          {text.assign}
        </Button>
      )}
      {atHome && allowed('block.conclude') ? (
        <Button look="secondary" busy={acted.busy} onClick={() => void acted.run('conclude')}>
          {text.conclude}
        </Button>
      ) : null}
      {block.state === 'concluded' && allowed('block.reopen') ? (
        <Button look="secondary" busy={acted.busy} onClick={() => void acted.run('reopen')}>
          {text.reopen}
        </Button>
      ) : null}
      <MoreActs
        page={page}
        empty={items.length === 0}
        onChange={() => setDialog('change')}
        onMail={() => setDialog('mail')}
      />
      <ErrorMessage error={acted.error} />
      <Suspense fallback={null}>
        {dialog === 'sign' ? (
          <SignDialog
            processId={toSign[0]?.process ?? ''}
            documents={toSign.map((item) => ({
              process: item.process,
              id: item.id,
              number: '',
              title: item.label,
              digest: item.digest ?? '',
            }))}
            onSigned={() => void refreshBlocks(block.id)}
            onClose={() => setDialog(null)}
          />
        ) : null}
        {dialog === 'change' ? <BlockDialog kind={block.kind} page={page} onClose={() => setDialog(null)} /> : null}
        {dialog === 'mail' ? (
          <BlockMailDialog block={block} process={items[0]?.process ?? ''} onClose={() => setDialog(null)} />
        ) : null}
        {dialog === 'return' ? <ReturnDialog block={block} onClose={() => setDialog(null)} /> : null}
        {dialog === 'assign' ? <AssignBlockDialog block={block} onClose={() => setDialog(null)} /> : null}
      </Suspense>
    </div>
  )
}

const ACTS = {
  share: { send: shareBlock, done: text.shared },
  unshare: { send: unshareBlock, done: text.unshared },
  conclude: { send: concludeBlock, done: text.concluded },
  reopen: { send: reopenBlock, done: text.reopened },
}

function useBlockAct(block: string) {
  return useAct((act: keyof typeof ACTS, key) => Promise.resolve(ACTS[act].send(block, key)), {
    onDone: async (_, act) => {
      announce(ACTS[act].done)
      await refreshBlocks(block)
    },
  })
}

interface MoreActsProps {
  page: BlockPage
  empty: boolean
  onChange: () => void
  onMail: () => void
}

function MoreActs({ page, empty, onChange, onMail }: MoreActsProps) {
  const { block, actions } = page
  const navigate = useNavigate()
  const raised = new Set(block.flags.map((one) => one.flag))
  const flag = useAct(({ name, on }: { name: BlockFlag; on: boolean }, key) => flagBlock(block.id, name, on, key), {
    onDone: () => refreshBlocks(block.id),
  })
  const remove = useAct((id: string, key) => deleteBlock(id, key), {
    onDone: async () => {
      announce(text.deleted(block.number))
      await navigate({ to: '/blocos' })
      await refreshBlocks()
    },
  })
  const copy = async () => {
    await navigator.clipboard.writeText(`${location.origin}${HOME}/bloco/${block.id}`)
    announce(text.copied)
  }
  const atHome = block.state === 'generated' || block.state === 'returned'
  return (
    <>
      <Menu
        look="secondary"
        label={text.more}
        choices={[
          ...FLAGS.map((name) => ({
            id: name,
            label: raised.has(name) ? text.unflag(blockMessages.flags[name]) : text.flag(blockMessages.flags[name]),
            run: () => void flag.run({ name, on: !raised.has(name) }),
          })),
          { id: 'link', label: text.copyLink, run: () => void copy() },
          ...(actions['block.fill']?.allowed && block.kind === 'signing' && !empty
            ? [{ id: 'mail', label: circularMessages.mailAct, run: onMail }]
            : []),
          ...(actions['block.change']?.allowed && atHome ? [{ id: 'change', label: text.change, run: onChange }] : []),
          ...(actions['block.delete']?.allowed && atHome && empty
            ? [{ id: 'delete', label: text.deleteConfirm, run: () => void remove.run(block.id) }]
            : []),
        ]}
      />
      <ErrorMessage error={flag.error ?? remove.error} />
    </>
  )
}
