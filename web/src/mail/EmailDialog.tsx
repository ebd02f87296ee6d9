import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { standardTextsQuery } from '../api/authoring'
import { emailFormQuery, emailText, sendEmail, type Email, type EmailInput } from '../api/correspondence'
import { refreshProcess } from '../api/processes'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { DocumentChoices } from '../copies/DocumentChoices'
import { Dialog, FormDialog } from '../ds/Dialog'
import { Select, TextArea, TextField } from '../ds/Field'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { emailMessages as text } from '../messages/correspondence'
import { isFinal } from '../upload/queue'
import { useUploadQueue } from '../upload/useUploadQueue'
import { addressesIn, withAddresses } from './addresses'
import { FilesToSend, type KeptFile } from './FilesToSend'
import { GroupChoice } from './GroupChoice'
import './mail.css'

const MEGABYTE = 1024 * 1024
const NOTHING = () => undefined

interface EmailDialogProps {
  process: string
  /** What a resent or forwarded e-mail begins with. */
  initial?: Pick<Email, 'to' | 'copies' | 'blind' | 'subject' | 'text' | 'attachments'>
  onClose: () => void
}

/** Electronic mail from the unit's mailbox, which stays in the process as a document (DOC-22). */
export default function EmailDialog({ process, initial, onClose }: EmailDialogProps) {
  const offer = useQuery(emailFormQuery(process))
  if (offer.data?.available && offer.data.mailboxes.length > 0) {
    return <Letter process={process} mailboxes={offer.data.mailboxes} limit={offer.data.limit} initial={initial} onClose={onClose} />
  }
  return (
    <Dialog title={text.title} onClose={onClose} dismissable>
      <div className="dialog-body">
        {offer.isPending ? <Loading label={text.loading} lines={3} /> : null}
        <ErrorMessage error={offer.error} onRetry={() => void offer.refetch()} />
        {offer.data ? <Message tone="warning">{offer.data.available ? text.noMailbox : text.unavailable}</Message> : null}
      </div>
    </Dialog>
  )
}

interface LetterProps {
  process: string
  mailboxes: string[]
  limit: number
  initial: EmailDialogProps['initial']
  onClose: () => void
}

function Letter({ process, mailboxes, limit, initial, onClose }: LetterProps) {
  const [sender, setSender] = useState(mailboxes[0] ?? '')
  const [to, setTo] = useState(initial?.to.join(', ') ?? '')
  const [copies, setCopies] = useState(initial?.copies.join(', ') ?? '')
  const [blind, setBlind] = useState(initial?.blind.join(', ') ?? '')
  const [subject, setSubject] = useState(initial?.subject ?? '')
  const [message, setMessage] = useState(initial?.text ?? '')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(initial?.attachments.flatMap((one) => (one.document ? [one.document] : [])) ?? []),
  )
  const queue = useUploadQueue(process, NOTHING)
  const [kept, setKept] = useState<KeptFile[]>(
    initial?.attachments.flatMap(({ upload, name, size }) => (upload ? [{ upload, name, size }] : [])) ?? [],
  )
  const [checked, setChecked] = useState(false)
  const send = useAct((input: EmailInput, key) => sendEmail(process, input, key), {
    onDone: async ({ number }) => {
      announce(text.sent(number))
      onClose()
      await refreshProcess(process)
    },
  })
  const input: EmailInput = {
    sender,
    to: addressesIn(to),
    copies: addressesIn(copies),
    blind: addressesIn(blind),
    subject: subject.trim(),
    text: message,
    documents: [...chosen],
    files: [...kept.map(({ upload }) => upload), ...queue.files.flatMap(({ uploadId }) => uploadId ?? [])],
  }
  const nobody = input.to.length + input.copies.length + input.blind.length === 0
  const pending = queue.files.some((file) => !isFinal(file))
  const submit = () => {
    setChecked(true)
    if (!nobody && !pending && input.subject && message.trim()) void send.run(input)
  }
  const wrong = (field: 'to' | 'copies' | 'blind') =>
    send.field(field) ?? input[field].map((_, place) => send.field(`${field}.${place}`)).find(Boolean)
  const missing = (said: string) => (checked && !said.trim() ? text.missing : undefined)
  return (
    <FormDialog title={text.title} confirm={text.confirm} busy={send.busy} onClose={onClose} onSubmit={submit} wide>
      <p>{text.intro}</p>
      <Select label={text.sender} value={sender} onChange={setSender} error={send.field('sender')}>
        {mailboxes.map((mailbox) => (
          <option key={mailbox} value={mailbox}>
            {mailbox}
          </option>
        ))}
      </Select>
      <TextArea
        label={text.to}
        hint={text.addressesHint}
        rows={2}
        autoFocus
        value={to}
        onChange={setTo}
        error={wrong('to') ?? (checked && nobody ? text.missingTo : undefined)}
      />
      <GroupChoice addresses={input.to} onInclude={(more) => setTo(withAddresses(to, more))} />
      <TextField label={text.copies} value={copies} onChange={setCopies} error={wrong('copies')} />
      <TextField label={text.blind} hint={text.blindHint} value={blind} onChange={setBlind} error={wrong('blind')} />
      <TextField
        label={text.subject}
        required
        maxLength={200}
        value={subject}
        onChange={setSubject}
        error={send.field('subject') ?? missing(subject)}
      />
      <StandardTextChoice process={process} onText={setMessage} />
      <TextArea
        label={text.text}
        required
        rows={8}
        value={message}
        onChange={setMessage}
        error={send.field('text') ?? missing(message)}
      />
      <DocumentChoices
        process={process}
        chosen={chosen}
        onChange={setChosen}
        legend={text.attachments}
        offered={(node) => node.content_visible && node.state !== 'draft' && node.state !== 'cancelled'}
      />
      <FilesToSend
        queue={queue}
        kept={kept}
        onKeep={setKept}
        error={send.field('files') ?? (checked && pending ? text.filesPending : undefined)}
      />
      <p className="muted small">{text.attachmentsHint(limit / MEGABYTE)}</p>
      <ErrorMessage error={send.error} />
    </FormDialog>
  )
}

function StandardTextChoice({ process, onText }: { process: string; onText: (text: string) => void }) {
  const { unit } = useMe()
  const texts = useQuery(standardTextsQuery(unit.id))
  const [chosen, setChosen] = useState('')
  const read = useAct(async (id: string) => emailText(process, id), { onDone: (found) => onText(found.text) })
  const offered = texts.data?.items.filter((one) => one.active) ?? []
  if (offered.length === 0) return null
  return (
    <>
      <Select
        label={text.standardText}
        value={chosen}
        onChange={(id) => {
          setChosen(id)
          if (id) void read.run(id)
        }}
      >
        <option value="">{text.noStandardText}</option>
        {offered.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
      <ErrorMessage error={read.error} />
    </>
  )
}
