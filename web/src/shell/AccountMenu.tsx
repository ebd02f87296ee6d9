import { lazy, Suspense } from 'react'
import { useMe } from '../api/use-me'
import { Disclosure } from '../ds/Disclosure'
import { Loading } from '../ds/Message'
import { shellMessages as text } from '../messages/shell'

const AccountPanel = lazy(() => import('./AccountPanel'))

export function AccountMenu() {
  const { user } = useMe()
  const shortName = user.name.split(' ')[0] ?? user.name
  return (
    <Disclosure label={shortName} ariaLabel={text.accountLabel(user.name)} className="account-button">
      {(close) => (
        <Suspense fallback={<Loading />}>
          <AccountPanel onDone={close} />
        </Suspense>
      )}
    </Disclosure>
  )
}
