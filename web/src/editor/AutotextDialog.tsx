import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readAutotext, standardTextsQuery, type StandardTextLine } from '../api/authoring'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { RadioGroup } from '../ds/Choice'
import { FormDialog } from '../ds/DialogWhenOpened'
import { TextField } from '../ds/Field'
import { ErrorMessage, Loading } from '../ds/Message'
import { textMessages as text } from '../messages/authoring'
import type { ContentNode, DocumentContent } from './content'

const MOST_SHOWN = 12

interface AutotextDialogProps {
  processId: string
  documentId: string
  onInsert: (blocks: ContentNode[]) => void
  onClose: () => void
}

/** The texts that what was typed means: its very shortcut first, then those whose name or shortcut has it. */
export function matching(texts: StandardTextLine[], typed: string): StandardTextLine[] {
  const wanted = plain(typed)
  const found = texts.filter((one) => plain(one.name).includes(wanted) || one.shortcut.includes(wanted))
  return found.toSorted((a, b) => rank(a, wanted) - rank(b, wanted)).slice(0, MOST_SHOWN)
}

function rank(one: StandardTextLine, wanted: string): number {
  if (one.shortcut === wanted) return 0
  return one.shortcut.startsWith(wanted) || plain(one.name).startsWith(wanted) ? 1 : 2
}

function plain(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}

/** Inserts a standard text with this document's variables already filled (DOC-06). */
export function AutotextDialog({ processId, documentId, onInsert, onClose }: AutotextDialogProps) {
  const { unit } = useMe()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const texts = useQuery(standardTextsQuery(unit.id))
  const inUse = (texts.data?.items ?? []).filter((one) => one.active)
  const shown = matching(inUse, typed)
  const first = shown.find((one) => one.id === chosen) ?? shown[0]
  const insert = useAct((id: string) => readAutotext(processId, documentId, id), {
    onDone: ({ content }) => onInsert(blocksOf(content as unknown as DocumentContent)),
  })
  return (
    <FormDialog
      title={text.insertTitle}
      confirm={text.insertConfirm}
      busy={insert.busy}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true)
        if (first) void insert.run(first.id)
      }}
    >
      <TextField
        label={text.find}
        hint={text.findHint}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          setChosen(null)
        }}
        autoComplete="off"
        autoFocus
        error={asked && texts.isSuccess && !first ? text.noneToInsert : undefined}
      />
      {texts.isPending ? <Loading lines={3} /> : null}
      <ErrorMessage error={texts.error ?? insert.error} />
      {first ? (
        <RadioGroup
          label={text.choose}
          value={first.id}
          onChange={setChosen}
          options={shown.map((one) => ({ value: one.id, label: one.name, hint: one.shortcut ? `/${one.shortcut}` : undefined }))}
        />
      ) : null}
      {texts.isSuccess && !first ? <p role="status">{inUse.length > 0 ? text.none : text.noTexts}</p> : null}
    </FormDialog>
  )
}

function blocksOf(content: DocumentContent): ContentNode[] {
  return content.content.flatMap((section) => section.content ?? [])
}
