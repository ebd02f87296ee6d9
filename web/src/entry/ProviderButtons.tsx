import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { entryAddress, type LoginProvider, providersQuery } from '../api/providers'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { ErrorMessage } from '../ds/Message'
import { providerMessages as text } from '../messages/providers'
import { rememberAway } from './away'

/** A button for each provider that the city believes; nothing at all where it believes none (ACC-01). */
export function ProviderButtons() {
  const { data = [] } = useQuery(providersQuery)
  const { voltar = '' } = useSearch({ from: '/entrar' })
  const going = useAct(async (provider: LoginProvider) => ({ provider, url: await entryAddress(provider.id) }), {
    onDone: ({ provider, url }) => {
      rememberAway({ back: voltar, leave: provider.leave })
      window.location.assign(url)
    },
  })
  if (data.length === 0) return null
  return (
    <div className="stack entry-providers">
      <p className="muted small">{text.or}</p>
      <ErrorMessage error={going.error} />
      {data.map((provider) => (
        <Button key={provider.id} busy={going.busy} onClick={() => void going.run(provider)}>
          {provider.label}
        </Button>
      ))}
    </div>
  )
}
