import { orderBulk, type BulkOrder } from '../api/jobs'
import { ApiProblem } from '../api/problem'
import { announce } from '../ds/toast'
import { bulkJobMessages as text } from '../messages/bulk'
import { watchJob } from './watched'

/** Up to so many the page does them itself and offers to undo; more become a job, which goes on without the page. */
export const MANY = 25
/** What one order may carry. */
export const MOST = 500

export const isMany = (targets: readonly unknown[]) => targets.length > MANY

/** Asks for the act on many as a job, and shows how far it is. */
export async function startBulk(order: BulkOrder, processes: string[], key: string): Promise<void> {
  if (processes.length > MOST) throw new ApiProblem(400, { code: 'too_many_items', detail: text.tooMany(MOST) })
  const { job } = await orderBulk(order, processes, key)
  watchJob(job)
  announce(text.started(processes.length))
}
