import { useQuery } from '@tanstack/react-query'
import { tenantQuery } from '../api/session'
import { shellMessages as text } from '../messages/shell'
import './entry.css'

/** On every screen outside the frame: what is done in a training environment has no legal value (issue 5 §7). */
export function TrainingBand() {
  const { data: tenant } = useQuery(tenantQuery)
  return tenant?.training ? <p className="training">{text.training}</p> : null
}
