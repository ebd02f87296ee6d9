import { api } from '../../api/client'

/** Addresses of the pictures of one document inside this page, by upload; read once, shown from memory. */
export interface Album {
  process: string
  /** Null when it cannot be read. */
  address: (upload: string) => Promise<string | null>
  keep: (upload: string, file: Blob) => void
  close: () => void
}

/** Pages may not show what comes from the storage's own address, only what they have read. */
async function read(process: string, document: string): Promise<Map<string, string>> {
  const path = `/processes/${encodeURIComponent(process)}/documents/${encodeURIComponent(document)}/images`
  const { items } = await api.get<{ items: { upload: string; url: string }[] }>(path)
  const pictures = items.map(async ({ upload, url }): Promise<[string, string]> => {
    const answer = await fetch(url, { credentials: 'omit' })
    if (!answer.ok) throw new Error(`picture ${answer.status}`)
    return [upload, URL.createObjectURL(await answer.blob())]
  })
  return new Map(await Promise.all(pictures))
}

export function openAlbum(process: string, document: string): Album {
  const kept = new Map<string, string>()
  let asked: Promise<void> | null = null
  const ask = async () => {
    for (const [upload, address] of await read(process, document)) kept.set(upload, address)
  }
  return {
    process,
    async address(upload) {
      if (!kept.has(upload)) {
        asked ??= ask().catch(() => {
          asked = null
        })
        await asked
      }
      return kept.get(upload) ?? null
    },
    keep: (upload, file) => void kept.set(upload, URL.createObjectURL(file)),
    close: () => kept.forEach((address) => URL.revokeObjectURL(address)),
  }
}
