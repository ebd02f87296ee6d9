import { uploadMessages as text } from '../messages/upload'
import { formatSize } from '../time/format'
import { goingOf } from './pace'
import { isFinal, type QueuedFile } from './queue'
import { TimeLeft } from './TimeLeft'

/** How far all the files are together, while any is on its way. */
export function UploadProgress({ files }: { files: QueuedFile[] }) {
  if (files.every(isFinal)) return null
  const { files: count, settled, bytes, sent } = goingOf(files)
  const words = text.far(settled, count, formatSize(Math.round(sent)), formatSize(bytes))
  return (
    <div className="upload-progress">
      <progress max={bytes} value={sent} aria-label={text.progressOfAll} aria-valuetext={words} />
      <p>
        {words} <TimeLeft sent={sent} total={bytes} />
      </p>
    </div>
  )
}
