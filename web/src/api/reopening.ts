/** When a process comes back by itself to who closes it: on a date, or so many days from now; neither: never. */
export interface ReopeningInput {
  reopen_on: string | null
  reopen_in: { days: number; business: boolean } | null
}
