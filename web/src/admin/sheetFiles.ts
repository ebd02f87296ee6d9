import type { SheetFile, SheetReport } from '../api/spreadsheets'
import { sheetMessages as text } from '../messages/spreadsheets'

export const LARGEST_FILE = 750 * 1024

/** A file as the API takes it. */
export async function inBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let letters = ''
  // So many at a time as one call takes arguments.
  for (let start = 0; start < bytes.length; start += 8192) letters += String.fromCharCode(...bytes.subarray(start, start + 8192))
  return btoa(letters)
}

/** Hands a file of the API over to the person. */
export function saveSheet(made: SheetFile): void {
  const bytes = Uint8Array.from(atob(made.content), (letter) => letter.charCodeAt(0))
  save(new Blob([bytes], { type: made.media_type }), made.file_name)
}

/** The lines with a problem, to be handed to who filled the sheet. */
export function saveProblems(report: SheetReport): void {
  const cells = report.rows.filter(({ problems }) => problems.length > 0).map((row) => [String(row.line), row.name, row.problems.join(' ')])
  const lines = [[text.line, text.name, text.result], ...cells].map((line) => line.map(quoted).join(';'))
  save(new Blob([`\ufeff${lines.join('\r\n')}\r\n`], { type: 'text/csv' }), text.problemsFile)
}

/** A spreadsheet would run a cell that begins like a formula. */
const quoted = (cell: string) => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
