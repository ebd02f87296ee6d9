import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { askCopy, refreshJobs, type CopyInput } from '../api/jobs'
import { fetchDocuments, processKey } from '../api/processes'
import type { DocumentNode, Page } from '../api/types'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { Checkbox, RadioGroup } from '../ds/Choice'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { copyMessages as text } from '../messages/jobs'
import './copies.css'

interface CopyDialogProps {
  process: { id: string; nup: string }
  onClose: () => void
}

/** The process as one PDF or one ZIP, whole or in part; what is made is followed on its own page (PRO-23). */
export default function CopyDialog({ process, onClose }: CopyDialogProps) {
  const navigate = useNavigate()
  const [format, setFormat] = useState<CopyInput['format']>('pdf')
  const [which, setWhich] = useState<'all' | 'some'>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [attach, setAttach] = useState(false)
  const [checked, setChecked] = useState(false)
  const ask = useAct((input: CopyInput, key) => askCopy(process.id, input, key), {
    onDone: async ({ job }) => {
      announce(text.started)
      onClose()
      await refreshJobs()
      await navigate({ to: '/trabalho/$jobId', params: { jobId: job }, search: {} })
    },
  })
  const missing = which === 'some' && chosen.size === 0
  const submit = () => {
    setChecked(true)
    if (missing) return
    void ask.run({ format, documents: which === 'all' ? null : [...chosen], attach_signed: format === 'pdf' && attach })
  }
  return (
    <FormDialog title={text.title(process.nup)} confirm={text.confirm} busy={ask.busy} onClose={onClose} onSubmit={submit}>
      <RadioGroup
        label={text.format}
        options={[
          { value: 'pdf', label: text.pdf, hint: text.pdfHint },
          { value: 'zip', label: text.zip, hint: text.zipHint },
        ]}
        value={format}
        onChange={setFormat}
      />
      <RadioGroup
        label={text.documents}
        options={[
          { value: 'all', label: text.all },
          { value: 'some', label: text.some },
        ]}
        value={which}
        onChange={setWhich}
        error={checked && missing ? text.noneChosen : undefined}
      />
      {which === 'some' ? <Choices process={process.id} chosen={chosen} onChange={setChosen} /> : null}
      {format === 'pdf' ? (
        <Checkbox label={text.attach} hint={text.attachHint} checked={attach} onChange={setAttach} />
      ) : null}
      <p className="muted small">{format === 'pdf' ? text.leftOut : text.leftOutZip}</p>
      <ErrorMessage error={ask.error} />
    </FormDialog>
  )
}

interface ChoicesProps {
  process: string
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

function Choices({ process, chosen, onChange }: ChoicesProps) {
  const documents = useInfiniteQuery({
    queryKey: [...processKey(process), 'documents', 'to-copy'],
    queryFn: ({ pageParam }) => fetchDocuments(process, pageParam, 'asc'),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<DocumentNode>) => page.next_cursor,
  })
  const nodes = documents.data?.pages.flatMap((page) => page.items) ?? []
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <fieldset className="copy-choices">
      <legend className="field-label">{text.choose}</legend>
      {documents.isPending ? <Loading lines={3} /> : null}
      <ErrorMessage error={documents.data ? null : documents.error} onRetry={() => void documents.refetch()} />
      <div className="copy-list">
        {nodes.map((node) => (
          <Checkbox
            key={node.id}
            label={`${node.number} · ${node.title}`}
            checked={chosen.has(node.id)}
            onChange={(on) => toggle(node.id, on)}
          />
        ))}
        {documents.hasNextPage ? (
          <Button small look="secondary" busy={documents.isFetchingNextPage} onClick={() => void documents.fetchNextPage()}>
            {text.more}
          </Button>
        ) : null}
      </div>
      <p className="muted small" role="status">
        {text.chosen(chosen.size)}
      </p>
    </fieldset>
  )
}
