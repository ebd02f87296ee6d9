import type { Area, Passage } from '../api/redact'
import { Button } from '../ds/Button'
import { redactMessages as text } from '../messages/redact'
import { slice } from './passages'

interface MarkListProps {
  lines: readonly string[]
  passages: Passage[]
  areas: Area[]
  onPassages: (passages: Passage[]) => void
  onAreas: (areas: Area[]) => void
}

interface Row {
  key: string
  name: string
  remove: () => void
}

/** What is to be concealed, each with the way back. */
export function MarkList({ lines, passages, areas, onPassages, onAreas }: MarkListProps) {
  const rows: Row[] = [
    ...passages.map((mark) => ({
      key: `${mark.line}-${mark.start}`,
      name: `“${slice(lines[mark.line] ?? '', mark)}”`,
      remove: () => onPassages(passages.filter((one) => one !== mark)),
    })),
    ...areas.map((area, at) => ({
      key: `${area.page}-${area.left}-${area.top}-${area.right}-${area.bottom}`,
      name: text.area(area.page, areas.slice(0, at + 1).filter((one) => one.page === area.page).length),
      remove: () => onAreas(areas.filter((one) => one !== area)),
    })),
  ]
  return (
    <section aria-labelledby="marcas">
      <h2 id="marcas">{text.marks(rows.length)}</h2>
      <span role="status" className="visually-hidden">
        {text.marks(rows.length)}
      </span>
      <ul className="redact-marks">
        {rows.map((row) => (
          <li key={row.key}>
            <span className="redact-name">{row.name}</span>
            <Button small aria-label={text.remove(row.name)} onClick={row.remove}>
              {text.removeShort}
            </Button>
          </li>
        ))}
      </ul>
      {rows.length > 1 ? (
        <Button
          small
          look="secondary"
          onClick={() => {
            onPassages([])
            onAreas([])
          }}
        >
          {text.removeAll}
        </Button>
      ) : null}
    </section>
  )
}
