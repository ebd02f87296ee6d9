import type { Holding } from '../api/holdings'

/** A credential is told by process, unit and person. */
export const idOf = (row: Holding) => `${row.process} ${row.unit.id} ${row.user.id}`
