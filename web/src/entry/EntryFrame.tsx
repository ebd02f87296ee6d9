import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { tenantQuery } from '../api/session'
import { shellMessages } from '../messages/shell'
import { CoatOfArms } from '../shell/CoatOfArms'
import { Help } from '../shell/Help'
import { useTenantColor } from '../shell/tenant-color'
import './entry.css'

/** What every screen outside the application wears: the city's coat of arms, name and colour, and the way to the help. */
export function EntryFrame({ title, below, children }: { title: string; below?: ReactNode; children: ReactNode }) {
  const { data: tenant } = useQuery(tenantQuery)
  useTenantColor(tenant?.primary_color ?? '')
  return (
    <main className="entry" id="conteudo">
      <div className="entry-card">
        <div className="entry-brand">
          {tenant ? <CoatOfArms tenant={tenant} /> : null}
          <div>
            <p className="entry-city">{tenant?.name ?? '\u00a0'}</p>
            <h1>{title}</h1>
          </div>
        </div>
        {tenant?.training ? <p className="training">{shellMessages.training}</p> : null}
        {children}
      </div>
      {below}
      <Help />
    </main>
  )
}
