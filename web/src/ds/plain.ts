/** Lower case without accents, so that "licitacao" finds "Licitação". */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
