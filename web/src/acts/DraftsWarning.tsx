import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { draftsQuery } from '../api/life'
import type { DocumentNode } from '../api/types'
import { Message } from '../ds/Message'
import { sendMessages as text } from '../messages/acts'
import type { Target } from './use-bulk'

const PROCESSES_LOOKED_AT = 20
const LINES_SHOWN = 6

/** Before a process leaves: which of its documents nobody signed yet, each a step away from being signed. */
export function DraftsWarning({ targets, onLeave }: { targets: Target[]; onLeave: () => void }) {
  const looked = targets.slice(0, PROCESSES_LOOKED_AT)
  const answers = useQueries({ queries: looked.map((target) => draftsQuery(target.id)) })
  const lines = looked.flatMap((target, place) =>
    (answers[place]?.data?.items ?? []).map((node) => ({ target, node })),
  )
  const more = answers.some((answer) => answer.data?.more)
  const rest = lines.length - LINES_SHOWN
  return (
    <>
      {lines.length > 0 ? (
        <Message tone="warning">
          <p>{text.drafts(lines.length, more)}</p>
          <ul className="drafts-list">
            {lines.slice(0, LINES_SHOWN).map(({ target, node }) => (
              <li key={node.id}>
                <Link
                  to="/processo/$processId/documento/$documentId"
                  params={{ processId: target.id, documentId: node.id }}
                  onClick={onLeave}
                >
                  {targets.length > 1 ? text.draftLineOf(target.nup, lineOf(node)) : lineOf(node)}
                </Link>
              </li>
            ))}
            {rest > 0 ? <li>{text.draftsRest(rest)}</li> : null}
          </ul>
        </Message>
      ) : null}
      {answers.some((answer) => answer.isError) ? <Message tone="warning">{text.draftsUnknown}</Message> : null}
      {targets.length > PROCESSES_LOOKED_AT ? <p className="muted small">{text.draftsNotLooked(PROCESSES_LOOKED_AT)}</p> : null}
    </>
  )
}

function lineOf(node: DocumentNode): string {
  return text.draftLine(node.title, node.number, node.unit.acronym)
}
