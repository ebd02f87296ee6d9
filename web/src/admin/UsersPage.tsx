import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { usersQuery, type UserLine } from '../api/administration'
import { unitsQuery } from '../api/directory'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { ComboBox } from '../ds/ComboBox'
import { TextField } from '../ds/Field'
import { ErrorMessage, Loading } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { adminMessages, userMessages as text } from '../messages/administration'
import { usePageTitle } from '../shell/page-title'
import { AdminFrame } from './AdminFrame'
import { SheetLink } from './SheetLink'

const UserDialog = lazy(() => import('./UserDialog'))
const CopyUnitDialog = lazy(() => import('./CopyUnitDialog'))

/** Whoever may enter the system, found by name, CPF or unit (ACC-08). */
export function UsersPage() {
  usePageTitle(adminMessages.users)
  const { actions } = useMe()
  const [query, setQuery] = useState('')
  const [unit, setUnit] = useState<string | null>(null)
  const [creating, setCreating] = useState(false)
  const [copying, setCopying] = useState(false)
  const pages = useInfiniteQuery(usersQuery(query.trim(), unit))
  const users = pages.data?.pages.flatMap((page) => page.items) ?? []
  const acts = (
    <>
      <SheetLink table="users" />
      {actions.includes('user.grant') ? <Button onClick={() => setCopying(true)}>{text.copyUnits}</Button> : null}
      {actions.includes('user.keep') ? (
        <Button look="primary" onClick={() => setCreating(true)}>
          {text.create}
        </Button>
      ) : null}
    </>
  )
  return (
    <AdminFrame title={adminMessages.users} acts={acts}>
      <search className="stack">
        <TextField label={text.find} type="search" autoComplete="off" value={query} onChange={setQuery} />
        <UnitFilter onChoose={setUnit} />
      </search>
      <ErrorMessage error={pages.error} onRetry={() => void pages.refetch()} />
      {pages.isPending ? <Loading lines={6} /> : null}
      {pages.data ? (
        <p role="status" className="muted small">
          {users.length === 0 ? text.none : text.found(users.length)}
        </p>
      ) : null}
      {users.length > 0 ? <UserTable users={users} /> : null}
      {pages.hasNextPage ? (
        <div>
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {adminMessages.more}
          </Button>
        </div>
      ) : null}
      <Suspense fallback={null}>{copying ? <CopyUnitDialog onClose={() => setCopying(false)} /> : null}</Suspense>
      <Suspense fallback={null}>{creating ? <UserDialog onClose={() => setCreating(false)} /> : null}</Suspense>
    </AdminFrame>
  )
}

function UnitFilter({ onChoose }: { onChoose: (unit: string | null) => void }) {
  const [query, setQuery] = useState('')
  const { data: units = [], isFetching } = useQuery(unitsQuery(query))
  return (
    <ComboBox
      label={text.unit}
      hint={text.unitHint}
      options={units.map((one) => ({ id: one.id, label: one.acronym, note: one.name }))}
      loading={isFetching}
      query={query}
      onQuery={setQuery}
      onEdit={() => onChoose(null)}
      onChoose={(option) => onChoose(option.id)}
    />
  )
}

function UserTable({ users }: { users: UserLine[] }) {
  return (
    <div className="admin-scroll">
      <table className="admin-table">
        <caption className="visually-hidden">{adminMessages.users}</caption>
        <thead>
          <tr>
            <th scope="col">{text.columns.name}</th>
            <th scope="col">{text.columns.login}</th>
            <th scope="col">{text.columns.agency}</th>
            <th scope="col">{text.columns.units}</th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id}>
              <th scope="row">
                <Link to="/administracao/usuario" search={{ login: user.id }}>
                  {user.name}
                </Link>{' '}
                {user.blocked ? <Tag tone="danger">{text.blocked}</Tag> : null}
              </th>
              <td>{user.id}</td>
              <td>{user.agency}</td>
              <td>{user.units.join(', ') || <span className="muted">{text.noUnits}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
