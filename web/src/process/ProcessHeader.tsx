import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { ProcessPage } from '../api/types'
import { useMe } from '../api/use-me'
import { Menu } from '../ds/Menu'
import { Tag } from '../ds/Tag'
import { copyingMessages as copying } from '../messages/copying'
import { flowMessages } from '../messages/flows'
import { processMessages as text } from '../messages/process'
import { accessLevelName, noAssignee, processStateName } from '../messages/terms'
import { HOME } from '../environment'
import { listLeft } from '../inbox/left'
import { copy, copyCitation } from './copying'
import { KeepTab } from '../tabs/KeepTab'
import { ReceiptNotice } from './ReceiptNotice'
import { ProcessActs } from './ProcessActs'
import { Glyph } from '../ds/Glyph'

const SecretBar = lazy(() => import('../confidential/SecretBar'))

const UNITS_SHOWN = 3

export function ProcessHeader({ page }: { page: ProcessPage }) {
  const { process } = page
  const { unit } = useMe()
  const { nup, type } = process
  const choices = [
    { id: 'number', label: copying.number, run: () => copy(nup) },
    { id: 'type', label: copying.numberAndType, run: () => copy(`${nup} ${type.name}`) },
    { id: 'link', label: copying.link, run: () => copy(`${location.origin}${HOME}/processo/${process.id}`) },
    { id: 'citation', label: copying.forEditor, run: () => copyCitation('process', nup) },
  ]
  return (
    <header className="process-head">
      <div className="process-title">
        <Link to="/caixa" search={listLeft(unit.id)} className="process-back">
          <Glyph name="arrowLeft" /> {text.back}
        </Link>
        <h1>
          <span className="process-number">{process.nup}</span> <span className="process-type">{process.type.name}</span>
        </h1>
        <Menu small label={copying.menu} ariaLabel={copying.menuOf(nup)} choices={choices} />
        <KeepTab page={page} />
      </div>
      <Chips page={page} />
      {page.opened_until ? (
        <Suspense fallback={null}>
          <SecretBar process={process.id} until={page.opened_until} />
        </Suspense>
      ) : null}
      <ProcessActs page={page} />
    </header>
  )
}

function Chips({ page }: { page: ProcessPage }) {
  const { process, presence, units } = page
  const open = units.filter((one) => one.open).map((one) => one.unit.acronym)
  const shown = open.slice(0, UNITS_SHOWN).join(', ') + (open.length > UNITS_SHOWN ? ` +${open.length - UNITS_SHOWN}` : '')
  return (
    <div className="process-line">
      {process.specification ? <p className="process-specification">{process.specification}</p> : null}
      <Tag tone={process.effective_access_level === 'public' ? 'neutral' : 'danger'}>
        {process.effective_access_level === process.access_level
          ? accessLevelName[process.access_level]
          : text.effectiveLevel(accessLevelName[process.effective_access_level])}
      </Tag>
      {process.state === 'normal' ? null : <Tag tone="warning">{processStateName[process.state]}</Tag>}
      <Tag>{open.length > 0 ? text.openIn(shown) : text.closedEverywhere}</Tag>
      {page.opened_until ? null : presence?.open ? (
        <Tag tone={presence.assignee ? 'info' : 'neutral'}>
          {presence.assignee ? text.assignedTo(presence.assignee.name) : noAssignee}
        </Tag>
      ) : (
        <Tag tone="warning">{text.notWithUnit}</Tag>
      )}
      {process.flow ? (
        <Link
          to="/processo/$processId"
          params={{ processId: process.id }}
          search={{ painel: 'fluxo' }}
          className="small"
        >
          {flowMessages.chip(process.flow.name, process.flow.state)}
        </Link>
      ) : null}
      {page.test ? <Tag tone="warning">{text.test}</Tag> : null}
      {process.priority ? <Tag tone="warning">{text.priority}</Tag> : null}
      <ReceiptNotice page={page} />
    </div>
  )
}
