import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { announceWithUndo } from '../acts/undo'
import { favouritesQuery, keepFavourite, removeFavourite, type FavouriteLine } from '../api/authoring'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { useChoice, type Choice } from '../bulk/choice'
import { ChoiceBox } from '../bulk/ChoiceBox'
import { Button } from '../ds/Button'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { ActBar } from '../inbox/ActBar'
import { DocumentsBar } from '../many/DocumentsBar'
import { favouriteMessages as text } from '../messages/authoring'
import { manyDocuments } from '../messages/many-documents'
import { unseenTarget } from '../organise/targets'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import './favourites.css'

const FavouriteDialog = lazy(() => import('./FavouriteDialog'))

/** The unit's favourites, by group (PRO-22). */
export function FavouritesPage() {
  const { unit } = useMe()
  const kept = useQuery(favouritesQuery(unit.id))
  const [changing, setChanging] = useState<FavouriteLine | null>(null)
  const items = useMemo(() => kept.data?.items ?? [], [kept.data])
  const choice = useChoice(useMemo(() => items.map((one) => one.id), [items]))
  const chosen = items.filter((one) => choice.chosen.has(one.id))
  const processes = [...new Map(chosen.map((one) => [one.process, unseenTarget(one.process, one.nup)])).values()]
  const documents = chosen.flatMap((one) => (one.document ? [{ process: one.process, id: one.document.id, name: nameOf(one) }] : []))
  const groups = [...new Set(items.map((one) => one.group))]
  usePageTitle(text.title)
  return (
    <>
      <div className="page-head">
        <h1>
          {text.title} <span className="muted inbox-unit">{unit.acronym}</span>
        </h1>
      </div>
      <p className="muted">{text.hint}</p>
      <ErrorMessage error={kept.data ? null : kept.error} onRetry={() => void kept.refetch()} />
      {kept.isPending ? <Loading lines={5} /> : null}
      {kept.isSuccess && items.length === 0 ? <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState> : null}
      {documents.length > 0 ? (
        <>
          <p className="muted">{manyDocuments.ofItems}</p>
          <DocumentsBar chosen={documents} onDone={choice.none} />
        </>
      ) : null}
      {items.length > 0 ? <ActBar targets={processes} onClear={choice.none} /> : null}
      {groups.map((group) => (
        <section key={group} className="favourite-group">
          <h2>{group || text.noGroup}</h2>
          <ul>
            {items
              .filter((one) => one.group === group)
              .map((one) => (
                <Favourite key={one.id} line={one} choice={choice} onChange={() => setChanging(one)} />
              ))}
          </ul>
        </section>
      ))}
      <Suspense fallback={null}>
        {changing ? (
          <FavouriteDialog
            name={nameOf(changing)}
            process={changing.process}
            {...(changing.document ? { document: changing.document.id } : {})}
            group={changing.group}
            onClose={() => setChanging(null)}
          />
        ) : null}
      </Suspense>
    </>
  )
}

function nameOf(line: FavouriteLine): string {
  return line.document ? `${line.document.title} (${line.document.number})` : line.nup
}

function Favourite({ line, choice, onChange }: { line: FavouriteLine; choice: Choice; onChange: () => void }) {
  const time = useTime()
  const name = nameOf(line)
  const remove = useAct((id: string, key) => removeFavourite(id, key), {
    onDone: () => {
      const before = { process: line.process, document: line.document?.id ?? null, group: line.group }
      announceWithUndo(text.removed(name), (key) => keepFavourite(before, key))
    },
  })
  return (
    <li className="favourite">
      <ChoiceBox choice={choice} id={line.id} name={name} />
      <div>
        {line.document ? (
          <Link
            to="/processo/$processId/documento/$documentId"
            params={{ processId: line.process, documentId: line.document.id }}
          >
            {name}
          </Link>
        ) : (
          <Link to="/processo/$processId" params={{ processId: line.process }}>
            {name}
          </Link>
        )}{' '}
        {line.document?.model ? <Tag>{text.model}</Tag> : null}
        <p className="muted">
          {line.document ? `${line.nup} · ` : ''}
          {line.process_type}
          {line.specification ? ` · ${line.specification}` : ''}
        </p>
        <p className="muted">{text.keptBy(line.kept_by.name, time.instant(line.kept_at))}</p>
        <ErrorMessage error={remove.error} />
      </div>
      <div className="row">
        <Button small look="secondary" aria-label={text.changeLabel(name)} onClick={onChange}>
          {text.changeGroup}
        </Button>
        <Button small look="secondary" aria-label={text.removeLabel(name)} busy={remove.busy} onClick={() => void remove.run(line.id)}>
          {text.remove}
        </Button>
      </div>
    </li>
  )
}
