/** The addresses in what was typed or pasted: separated by commas, semicolons, spaces or lines; each once. */
export function addressesIn(typed: string): string[] {
  const bare = typed.split(/[\s,;]+/).map((piece) => piece.replaceAll(/^[<"']+|[>"']+$/g, ''))
  return [...new Set(bare.filter((piece) => piece !== ''))]
}

/** What was typed with these addresses added. */
export function withAddresses(typed: string, more: readonly string[]): string {
  return [...new Set([...addressesIn(typed), ...more])].join(', ')
}
