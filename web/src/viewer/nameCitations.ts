/** Says what each cited number is called; the text that was signed stays as it is, and so do its links. */
export function nameCitations(body: HTMLElement, titles: Record<string, string>): void {
  for (const link of body.querySelectorAll<HTMLElement>('a.reference')) {
    const title = titles[digitsOf(link.textContent)]
    if (!title) continue
    link.title = title
    link.setAttribute('aria-label', title)
  }
}

export function digitsOf(number: string): string {
  return number.replace(/\D/g, '')
}
