import { distrustDevice, distrustEveryDevice, type TrustedDevice } from '../api/security'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { securityMessages as text } from '../messages/security'
import { useTime } from '../time/use-time'
import { browserName } from './browser'

/** Where the code is not asked, and how that ends. */
export function Devices({ devices, onChanged }: { devices: TrustedDevice[]; onChanged: () => void }) {
  const time = useTime()
  const one = useAct((id: string) => distrustDevice(id), {
    onDone: () => {
      announce(text.distrusted)
      onChanged()
    },
  })
  const all = useAct((_: null, key) => distrustEveryDevice(key), {
    onDone: () => {
      announce(text.distrustedAll)
      onChanged()
    },
  })
  return (
    <section className="stack" aria-labelledby="dispositivos">
      <h2 id="dispositivos">{text.devices}</h2>
      <p>{devices.length ? text.devicesText : text.noDevices}</p>
      <ErrorMessage error={one.error ?? all.error} />
      {devices.length ? (
        <>
          <div className="table-scroll">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{text.device}</th>
                  <th scope="col">{text.address}</th>
                  <th scope="col">{text.since}</th>
                  <th scope="col">{text.until}</th>
                  <th scope="col">{text.act}</th>
                </tr>
              </thead>
              <tbody>
                {devices.map((device) => (
                  <tr key={device.id}>
                    <td>
                      {browserName(device.agent)} {device.current ? <span className="muted">({text.thisDevice})</span> : null}
                    </td>
                    <td>{device.address}</td>
                    <td>{time.instant(device.at)}</td>
                    <td>{time.instant(device.expires_at)}</td>
                    <td>
                      <Button
                        small
                        busy={one.busy}
                        aria-label={text.distrustOne(browserName(device.agent))}
                        onClick={() => void one.run(device.id)}
                      >
                        {text.distrust}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div>
            <Button busy={all.busy} onClick={() => void all.run(null)}>
              {text.distrustAll}
            </Button>
          </div>
        </>
      ) : null}
    </section>
  )
}
