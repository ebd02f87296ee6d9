import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { userQuery, type UserRecord } from '../api/administration'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { userMessages as text } from '../messages/administration'
import { usePageTitle } from '../shell/page-title'
import { AdminFrame } from './AdminFrame'
import { BlockDialog } from './BlockDialog'
import { ChangeList } from './ChangeList'
import { GrantList } from './GrantList'
import { UserLink } from './UserLink'

const UserDialog = lazy(() => import('./UserDialog'))

/** One user: data, permissions, and all that was changed (ACC-08, ACC-09). */
export function UserPage() {
  const { login } = useSearch({ from: '/app/administracao/usuario' })
  const { data: user, error, refetch } = useQuery(userQuery(login))
  const shown = user ? user.social_name || user.name : login
  usePageTitle(shown)
  return (
    <AdminFrame title={shown}>
      <p>
        <Link to="/administracao/usuarios">{text.back}</Link>
      </p>
      <ErrorMessage error={error} onRetry={() => void refetch()} />
      {user ? <Card user={user} /> : error ? null : <Loading lines={6} />}
    </AdminFrame>
  )
}

function Card({ user }: { user: UserRecord }) {
  const { actions } = useMe()
  const [asked, setAsked] = useState<'edit' | 'block' | null>(null)
  const close = () => setAsked(null)
  return (
    <>
      {user.blocked ? <p>{<Tag tone="danger">{text.blocked}</Tag>} {text.blockedNotice}</p> : null}
      <h2>{text.data}</h2>
      <dl className="admin-data">
        <dt>{text.login}</dt>
        <dd>{user.id}</dd>
        <dt>{text.name}</dt>
        <dd>{user.name}</dd>
        {user.social_name ? (
          <>
            <dt>{text.socialName}</dt>
            <dd>{user.social_name}</dd>
          </>
        ) : null}
        <dt>{text.taxpayer}</dt>
        <dd>{taxpayer(user.taxpayer)}</dd>
        <dt>{text.email}</dt>
        <dd>{user.email || text.notInformed}</dd>
      </dl>
      {actions.includes('user.keep') ? (
        <div className="row">
          <Button onClick={() => setAsked('edit')}>{text.edit}</Button>
          <Button onClick={() => setAsked('block')}>{user.blocked ? text.unblock : text.block}</Button>
        </div>
      ) : null}
      <UserLink user={user} />
      <GrantList user={user} />
      <h2>{text.historyOf}</h2>
      <ChangeList of={{ table: 'users', code: user.id }} />
      <Suspense fallback={null}>{asked === 'edit' ? <UserDialog user={user} onClose={close} /> : null}</Suspense>
      {asked === 'block' ? <BlockDialog user={user} onClose={close} /> : null}
    </>
  )
}

function taxpayer(digits: string): string {
  return digits ? digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4') : text.notInformed
}
