import { useQuery } from '@tanstack/react-query'
import { readAutotext, standardTextsQuery, type StandardTextLine } from '../api/authoring'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { ErrorMessage, Loading } from '../ds/Message'
import { plain } from '../ds/plain'
import { textMessages as text } from '../messages/authoring'
import { ChooseDialog } from './ChooseDialog'
import type { ContentNode, DocumentContent } from './content'

const MOST_SHOWN = 12
const words = { title: text.insertTitle, confirm: text.insertConfirm, find: text.find, findHint: text.findHint, choose: text.choose }

interface AutotextDialogProps {
  processId: string
  documentId: string
  onInsert: (blocks: ContentNode[]) => void
  onClose: () => void
}

/** The texts that what was typed means: its very shortcut first, then those whose name or shortcut has it. */
function matching(texts: StandardTextLine[], typed: string): StandardTextLine[] {
  const wanted = plain(typed)
  const found = texts.filter((one) => plain(one.name).includes(wanted) || one.shortcut.includes(wanted))
  return found.toSorted((a, b) => rank(a, wanted) - rank(b, wanted)).slice(0, MOST_SHOWN)
}

function rank(one: StandardTextLine, wanted: string): number {
  if (one.shortcut === wanted) return 0
  return one.shortcut.startsWith(wanted) || plain(one.name).startsWith(wanted) ? 1 : 2
}

/** Inserts a standard text with this document's variables already filled (DOC-06). */
export function AutotextDialog({ processId, documentId, onInsert, onClose }: AutotextDialogProps) {
  const { unit } = useMe()
  const texts = useQuery(standardTextsQuery(unit.id))
  const inUse = (texts.data?.items ?? []).filter((one) => one.active)
  const insert = useAct((id: string) => readAutotext(processId, documentId, id), {
    onDone: ({ content }) => onInsert(blocksOf(content as unknown as DocumentContent)),
  })
  return (
    <ChooseDialog
      words={words}
      matching={(typed) =>
        matching(inUse, typed).map(({ id, name, shortcut }) => ({ id, label: name, hint: shortcut ? `/${shortcut}` : undefined }))
      }
      none={inUse.length > 0 ? text.none : text.noTexts}
      refused={text.noneToInsert}
      waiting={!texts.isSuccess}
      busy={insert.busy}
      onChoose={({ id }) => void insert.run(id)}
      onClose={onClose}
    >
      {texts.isPending ? <Loading lines={3} /> : null}
      <ErrorMessage error={texts.error ?? insert.error} />
    </ChooseDialog>
  )
}

function blocksOf(content: DocumentContent): ContentNode[] {
  return content.content.flatMap((section) => section.content ?? [])
}
