import { api } from './client'
import type { components } from './schema'

export type UnitGrantsReport = components['schemas']['UnitGrantsReport']

const ROOT = '/administration/unit-grants'

/** What the copy would give, person by person; writes nothing (ACC-09). */
export const checkUnitGrants = (source: string, target: string) => api.post<UnitGrantsReport>(`${ROOT}/check`, { source, target })

export const copyUnitGrants = (source: string, target: string, idempotencyKey: string) =>
  api.post<{ job: string }>(ROOT, { source, target }, { idempotencyKey })
