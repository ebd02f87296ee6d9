/** Between the requests, which every screen makes from the start, and what watches the connection, which comes later. */
interface Watch {
  /** `false`: tried, tried again, and no answer ever came. */
  reached: (reached: boolean) => void
  /** How often the system was lost: an answer to what was asked before the last time says nothing of now. */
  losses: () => number
  /** Does the act; when the system cannot be reached, as soon as it can, after those that already wait. */
  held: <Output>(act: () => Promise<Output>) => Promise<Output>
}

export const watch: { current: Watch | null } = { current: null }
