/** As it is read, and shown to be changed: 1234.50 is 1.234,50. */
export function shownAmount(kept: string | null): string {
  if (kept === null) return ''
  const [whole = '', cents = ''] = kept.split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`
}
