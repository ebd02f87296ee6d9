import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import { arrangementQuery } from '../api/desk'
import { catalogueQuery } from '../api/catalogues'
import { unitUsersQuery } from '../api/directory'
import { flowsQuery } from '../api/flows'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Select } from '../ds/Field'
import { inboxMessages as text } from '../messages/inbox'
import { redistributeMessages } from '../messages/organise'
import { useShortcuts } from '../shell/shortcuts'
import { isFiltered, type InboxSearch } from './search'

const RedistributeDialog = lazy(() => import('../organise/RedistributeDialog'))

/** Filters live in the address. Their lists load when first touched, to keep the inbox at two calls. */
export function FilterBar({ search }: { search: InboxSearch }) {
  const { unit, user } = useMe()
  const navigate = useNavigate()
  const [touched, setTouched] = useState(false)
  const group = useRef<HTMLDivElement>(null)
  useShortcuts({ sought: () => group.current?.querySelector('select')?.focus() })
  const wanted = touched || Boolean(search.tipo)
  const { data: types = [] } = useQuery({ ...catalogueQuery('process-types'), enabled: wanted })
  const { data: users = [] } = useQuery({ ...unitUsersQuery(unit.id), enabled: touched || isPerson(search.responsavel) })
  const { data: arranged } = useQuery({ ...arrangementQuery(unit.id), enabled: touched || Boolean(search.marcador || search.ponto) })
  const { data: flows = [] } = useQuery({ ...flowsQuery(), enabled: touched || Boolean(search.etapa) })
  const go = (change: Partial<Record<keyof InboxSearch, string | true | undefined>>) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value))
    void navigate({ to: '/caixa', search: next as InboxSearch })
  }
  const [redistributing, setRedistributing] = useState(false)
  const holder = search.responsavel === 'eu' ? user : users.find((one) => one.id === search.responsavel)
  const others = users.filter((one) => one.id !== user.id)
  return (
    <div
      ref={group}
      className="inbox-filters"
      role="group"
      aria-label={text.filters}
      onFocus={() => setTouched(true)}
      onPointerEnter={() => setTouched(true)}
    >
      <Toggle on={Boolean(search.naoRecebidos)} label={text.onlyUnread} onChange={(on) => go({ naoRecebidos: on || undefined })} />
      <Toggle
        on={search.responsavel === 'ninguem'}
        label={text.onlyUnassigned}
        onChange={(on) => go({ responsavel: on ? 'ninguem' : undefined })}
      />
      <Select label={text.type} labelHidden value={search.tipo ?? ''} onChange={(value) => go({ tipo: value || undefined })}>
        <option value="">{text.allTypes}</option>
        {search.tipo && types.length === 0 ? <option value={search.tipo}>…</option> : null}
        {types.map((type) => (
          <option key={type.code} value={type.code}>
            {type.name}
          </option>
        ))}
      </Select>
      <Select
        label={text.assignee}
        labelHidden
        value={search.responsavel ?? ''}
        onChange={(value) => go({ responsavel: value || undefined })}
      >
        <option value="">{text.anyAssignee}</option>
        <option value="eu">{text.me}</option>
        <option value="ninguem">{text.nobody}</option>
        {isPerson(search.responsavel) && users.length === 0 ? <option value={search.responsavel}>…</option> : null}
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
      <Select label={text.label} labelHidden value={search.marcador ?? ''} onChange={(value) => go({ marcador: value || undefined })}>
        <option value="">{text.anyLabel}</option>
        <option value="nenhum">{text.noLabel}</option>
        <Pending chosen={search.marcador} known={arranged !== undefined} />
        {arranged?.labels.map((label) => (
          <option key={label.id} value={label.id}>
            {label.name}
          </option>
        ))}
      </Select>
      <Select label={text.deadline} labelHidden value={search.prazo ?? ''} onChange={(value) => go({ prazo: value || undefined })}>
        <option value="">{text.anyDeadline}</option>
        {Object.entries(text.deadlines).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      {search.retorno ? (
        <Select label={text.returns} labelHidden value={search.retorno} onChange={(value) => go({ retorno: value || undefined })}>
          <option value="">{text.anyReturn}</option>
          <option value="devolver">{text.returnToGive}</option>
          <option value="aguardado">{text.returnAwaited}</option>
        </Select>
      ) : null}
      {search.ponto || (arranged && arranged.checkpoints.length > 0) ? (
        <Select label={text.checkpoint} labelHidden value={search.ponto ?? ''} onChange={(value) => go({ ponto: value || undefined })}>
          <option value="">{text.anyCheckpoint}</option>
          <option value="nenhum">{text.noCheckpoint}</option>
          <Pending chosen={search.ponto} known={arranged !== undefined} />
          {arranged?.checkpoints.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      ) : null}
      {search.etapa || flows.length > 0 ? (
        <Select label={text.stepFilter} labelHidden value={search.etapa ?? ''} onChange={(value) => go({ etapa: value || undefined })}>
          <option value="">{text.anyStep}</option>
          <Pending chosen={search.etapa} known={flows.length > 0} />
          {flows.map((flow) => (
            <optgroup key={flow.code} label={flow.name}>
              {flow.steps.map(({ step, name }) => (
                <option key={step} value={`${flow.code}/${step}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      ) : null}
      {holder ? (
        <Button small look="secondary" onClick={() => setRedistributing(true)}>
          {redistributeMessages.open}
        </Button>
      ) : null}
      <Suspense fallback={null}>
        {redistributing && holder ? <RedistributeDialog from={holder} onClose={() => setRedistributing(false)} /> : null}
      </Suspense>
      {isFiltered(search) ? (
        <Button small onClick={() => go({ responsavel: undefined, tipo: undefined, naoRecebidos: undefined, marcador: undefined, ponto: undefined, etapa: undefined, prazo: undefined, retorno: undefined })}>
          {text.clearFilters}
        </Button>
      ) : null}
    </div>
  )
}

function isPerson(value: string | undefined): boolean {
  return value !== undefined && value !== 'eu' && value !== 'ninguem'
}

/** The choice in the address, while its list has not come. */
function Pending({ chosen, known }: { chosen: string | undefined; known: boolean }) {
  return chosen && chosen !== 'nenhum' && !known ? <option value={chosen}>…</option> : null
}

function Toggle({ on, label, onChange }: { on: boolean; label: string; onChange: (on: boolean) => void }) {
  return (
    <Button small look={on ? 'primary' : 'secondary'} aria-pressed={on} onClick={() => onChange(!on)}>
      {label}
    </Button>
  )
}
