/** Without accents or capitals: nobody looks for "conclusão" with every accent in place. */
export function plainWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** Whether every word written begins some word of the text. */
export function matches(written: string, text: string): boolean {
  const words = plainWords(text)
  return plainWords(written).every((wanted) => words.some((word) => word.startsWith(wanted)))
}

/** The number written, when it is one: process and document numbers are typed with or without punctuation. */
export function numberIn(written: string): string | null {
  const trimmed = written.trim()
  return /^[\d./-]{3,}$/.test(trimmed) && /\d{3}/.test(trimmed.replace(/\D/g, '')) ? trimmed : null
}
