import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { mailBlock, type BlockMailInput } from '../api/circulars'
import { emailFormQuery } from '../api/correspondence'
import { useAct } from '../api/use-act'
import { Dialog, FormDialog } from '../ds/Dialog'
import { Select, TextArea, TextField } from '../ds/Field'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { circularMessages as text } from '../messages/circular'
import { emailMessages as mail } from '../messages/correspondence'

interface BlockMailDialogProps {
  block: { id: string; number: string }
  /** A process of the block: what the unit writes as is asked of it. */
  process: string
  onClose: () => void
}

/** Each signed document of a block, to its own addressees alone (DOC-19). */
export default function BlockMailDialog({ block, process, onClose }: BlockMailDialogProps) {
  const offer = useQuery(emailFormQuery(process))
  const title = text.mailTitle(block.number)
  if (offer.data?.available && offer.data.mailboxes.length > 0) {
    return <Letter block={block.id} title={title} mailboxes={offer.data.mailboxes} onClose={onClose} />
  }
  return (
    <Dialog title={title} onClose={onClose} dismissable>
      <div className="dialog-body">
        {offer.isPending ? <Loading label={mail.loading} lines={3} /> : null}
        <ErrorMessage error={offer.error} onRetry={() => void offer.refetch()} />
        {offer.data ? <Message tone="warning">{offer.data.available ? mail.noMailbox : mail.unavailable}</Message> : null}
      </div>
    </Dialog>
  )
}

interface LetterProps {
  block: string
  title: string
  mailboxes: string[]
  onClose: () => void
}

function Letter({ block, title, mailboxes, onClose }: LetterProps) {
  const navigate = useNavigate()
  const [input, setInput] = useState<BlockMailInput>({ sender: mailboxes[0] ?? '', subject: '', text: '' })
  const [checked, setChecked] = useState(false)
  const send = useAct((wanted: BlockMailInput, key) => mailBlock(block, wanted, key), {
    onDone: ({ job }) => navigate({ to: '/trabalho/$jobId', params: { jobId: job }, search: {} }),
  })
  const change = (changes: Partial<BlockMailInput>) => setInput((before) => ({ ...before, ...changes }))
  const missing = (said: string) => (checked && !said.trim() ? mail.missing : undefined)
  const submit = () => {
    setChecked(true)
    if (input.subject.trim() && input.text.trim()) void send.run(input)
  }
  return (
    <FormDialog title={title} confirm={text.mailConfirm} busy={send.busy} onClose={onClose} onSubmit={submit}>
      <p>{text.mailIntro}</p>
      <p className="muted small">{text.mailAgain}</p>
      <Select
        label={mail.sender}
        value={input.sender}
        onChange={(sender) => change({ sender })}
        error={send.field('sender')}
      >
        {mailboxes.map((mailbox) => (
          <option key={mailbox} value={mailbox}>
            {mailbox}
          </option>
        ))}
      </Select>
      <TextField
        label={mail.subject}
        required
        autoFocus
        maxLength={200}
        value={input.subject}
        onChange={(subject) => change({ subject })}
        error={send.field('subject') ?? missing(input.subject)}
      />
      <TextArea
        label={mail.text}
        required
        rows={6}
        value={input.text}
        onChange={(words) => change({ text: words })}
        error={send.field('text') ?? missing(input.text)}
      />
      <ErrorMessage error={send.error} />
    </FormDialog>
  )
}
