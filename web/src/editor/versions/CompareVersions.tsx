import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Button } from '../../ds/Button'
import { Dialog } from '../../ds/DialogWhenOpened'
import { Select } from '../../ds/Field'
import { ErrorMessage, Loading } from '../../ds/Message'
import { editorMessages } from '../../messages/editor'
import { useTime } from '../../time/use-time'
import { compareDocuments } from './difference'
import { DifferenceView } from './DifferenceView'
import { type Version, versionAuthor, versionTextQuery } from './versionQueries'

const text = editorMessages.versions

interface CompareVersionsProps {
  processId: string
  documentId: string
  versions: Version[]
  initial: { before: number; after: number }
  onClose: () => void
}

export function CompareVersions({ processId, documentId, versions, initial, onClose }: CompareVersionsProps) {
  const time = useTime()
  const [before, setBefore] = useState(initial.before)
  const [after, setAfter] = useState(initial.after)
  const old = useQuery(versionTextQuery(processId, documentId, before))
  const current = useQuery(versionTextQuery(processId, documentId, after))
  const blocks = useMemo(
    () => (old.data && current.data ? compareDocuments(old.data.content, current.data.content) : null),
    [old.data, current.data],
  )
  const options = versions.map((version) => (
    <option key={version.number} value={version.number}>
      {text.option(version.number, time.instant(version.at), versionAuthor(version))}
    </option>
  ))
  return (
    <Dialog
      title={text.comparing(before, after)}
      wide
      dismissable
      onClose={onClose}
      actions={<Button onClick={onClose}>{editorMessages.find.close}</Button>}
    >
      <div className="compare-choice">
        <Select label={text.before} value={String(before)} onChange={(value) => setBefore(Number(value))}>
          {options}
        </Select>
        <Select label={text.after} value={String(after)} onChange={(value) => setAfter(Number(value))}>
          {options}
        </Select>
      </div>
      <ErrorMessage error={old.error ?? current.error} />
      {blocks ? (
        <DifferenceView blocks={blocks} />
      ) : old.error || current.error ? null : (
        <Loading label={text.loading} />
      )}
    </Dialog>
  )
}
