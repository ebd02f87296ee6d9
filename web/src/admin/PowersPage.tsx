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
          {shown.length === 0 ? <p role="status">{text.none}</p> : <PowerTable powers={data} shown={shown} />}
        </>
      ) : null}
    </AdminFrame>
  )
}

const inUse = (powers: Powers) => powers.profiles.filter((one) => one.active)

function PowerTable({ powers, shown }: { powers: Powers; shown: Powers['items'] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="admin-scroll" tabIndex={0} role="region" aria-label={text.caption}>
      <table className="admin-table">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.act}</th>
            {inUse(powers).map((one) => (
              <th key={one.code} scope="col" className="admin-mark">
                {one.name} {one.own ? <span className="muted small">({text.own})</span> : null}
              </th>
            ))}
            <th scope="col">{text.conditions}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.action}>
              <th scope="row">{one.title}</th>
              {inUse(powers).map(({ code }) => (
                <td key={code} className="admin-mark">
                  {one.profiles.includes(code) ? <strong>{text.yes}</strong> : <span className="muted">{text.no}</span>}
                </td>
              ))}
              <td>{one.conditions.join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
