import { useQuery } from '@tanstack/react-query'
import { powersQuery, type Powers } from '../api/administration'
import { plain } from '../ds/plain'
import { Select, TextField } from '../ds/Field'
import { ErrorMessage, Loading } from '../ds/Message'
import { adminMessages, powerMessages as text } from '../messages/administration'
import { useInAddress } from '../shell/in-address'
import { usePageTitle } from '../shell/page-title'
import { AdminFrame } from './AdminFrame'

/** Who may do what, as the policy itself says (ACC-10). */
export function PowersPage() {
  usePageTitle(adminMessages.powers)
  const { data, error, refetch } = useQuery(powersQuery)
  const [query, setQuery] = useInAddress('busca')
  const [profile, setProfile] = useInAddress('perfil')
  const shown = (data?.items ?? []).filter(
    (one) => plain(one.title).includes(plain(query)) && (!profile || one.profiles.includes(profile)),
  )
  return (
    <AdminFrame title={adminMessages.powers}>
      <p>{text.intro}</p>
      <ErrorMessage error={error} onRetry={() => void refetch()} />
      {data ? null : <Loading lines={8} />}
      {data ? (
        <>
          <search className="row">
            <TextField label={text.find} type="search" autoComplete="off" value={query} onChange={setQuery} />
            <Select label={text.profile} value={profile} onChange={setProfile}>
              <option value="">{text.all}</option>
              {inUse(data).map((one) => (
                <option key={one.code} value={one.code}>
                  {one.name}
                </option>
              ))}
            </Select>
          </search>
          {shown.length === 0 ? <p role="status">{text.none}</p> : <PowerList powers={data} shown={shown} />}
        </>
      ) : null}
    </AdminFrame>
  )
}

const inUse = (powers: Powers) => powers.profiles.filter((one) => one.active)

/** One line an act, whatever the number of profiles: it is read from top to bottom, at any width. */
function PowerList({ powers, shown }: { powers: Powers; shown: Powers['items'] }) {
  const profiles = inUse(powers)
  return (
    <>
      <p role="status" className="muted small">
        {text.count(shown.length)}
      </p>
      <ul className="group-list" aria-label={text.caption}>
        {shown.map((one) => {
          const holders = profiles.filter(({ code }) => one.profiles.includes(code))
          return (
            <li key={one.action} className="power">
              <strong>{one.title}</strong>
              <div>
                <p>{text.heldBy(holders.map(nameOf), profiles.length)}</p>
                {one.conditions.length > 0 ? (
                  <p className="muted small">
                    {text.conditions} {one.conditions.join(' ')}
                  </p>
                ) : null}
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}

const nameOf = (profile: Powers['profiles'][number]) => (profile.own ? text.ofCity(profile.name) : profile.name)
