import type { FileAddress } from '../fileAddress'

const MARGIN_MILLISECONDS = 5000
const ATTEMPTS = 3

/** Reads pieces of a file whose address expires, asking for another address when the one at hand no longer holds. */
export class RangeReader {
  private readonly ask: () => Promise<FileAddress>
  private readonly stopping = new AbortController()
  private current: Promise<FileAddress> | null = null

  constructor(ask: () => Promise<FileAddress>) {
    this.ask = ask
  }

  /** Bytes from `begin` up to, not including, `end`. Raises the last failure when three attempts do not do. */
  async read(begin: number, end: number): Promise<Uint8Array> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.tryToRead(begin, end)
      } catch (error) {
        this.current = null
        if (attempt === ATTEMPTS || this.stopping.signal.aborted) throw error
      }
    }
  }

  stop(): void {
    this.stopping.abort()
  }

  private async tryToRead(begin: number, end: number): Promise<Uint8Array> {
    const { url } = await this.address()
    const response = await fetch(url, {
      headers: { Range: `bytes=${begin}-${end - 1}` },
      credentials: 'omit',
      signal: this.stopping.signal,
    })
    if (!response.ok) throw new Error(String(response.status))
    const bytes = new Uint8Array(await response.arrayBuffer())
    // A storage that ignores ranges answers 200 with the whole file.
    return response.status === 206 ? bytes : bytes.subarray(begin, end)
  }

  private async address(): Promise<FileAddress> {
    const known = this.current ? await this.current : null
    if (known && Date.parse(known.expires_at) - Date.now() > MARGIN_MILLISECONDS) return known
    this.current = this.ask()
    return this.current
  }
}
