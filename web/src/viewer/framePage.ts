const POLICY = "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const STYLE = `
  html { background: #fff; color-scheme: light; }
  body { margin: 0 auto; max-width: 21cm; padding: 1.5cm; color: #111; overflow-wrap: break-word;
    font: 12pt/1.4 Carlito, Calibri, "Segoe UI", Arial, sans-serif; }
  table { border-collapse: collapse; } td, th { border: 1px solid #333; padding: 3pt 5pt; }
`

/** A link to another part of the same page: in a frame "#" would lead to the page around it. */
const INSIDE = /(<a [^>]*href=")#/g

/** The server sends a whole page; a fragment gets the smallest page around it, with its own policy. */
export function framePage(html: string): string {
  if (/^\s*<!doctype/i.test(html)) return html.replace(INSIDE, '$1about:srcdoc#')
  return `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer"><title>Documento</title><style>${STYLE}</style></head><body>${html}</body></html>`
}
