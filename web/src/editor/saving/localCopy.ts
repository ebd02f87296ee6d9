import { keptHere } from '../../environment'
import type { DocumentContent } from '../content'

/** Text not yet confirmed by the server, kept in this browser for one person and one document. */
export interface LocalCopy {
  key: string
  content: DocumentContent
  /** Revision the text was written over. */
  revision: string
  keptAt: string
}

const DATABASE = keptHere('iperoig-drafts')
const STORE = 'copies'

/** The person is part of the key: city hall computers are shared, and a draft belongs to who wrote it. */
export function copyKey(user: string, document: string): string {
  return `${user}/${document}`
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE, { keyPath: 'key' }))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')))
  })
}

async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await openDatabase()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = act(transaction.objectStore(STORE))
      transaction.addEventListener('complete', () => resolve(request.result))
      transaction.addEventListener('error', () => reject(transaction.error ?? new Error('indexedDB')))
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('indexedDB')))
    })
  } finally {
    database.close()
  }
}

/** Private windows may refuse storage: the editor goes on without the copy instead of failing. */
export async function keepCopy(copy: LocalCopy): Promise<void> {
  await inStore('readwrite', (store) => store.put(copy)).catch(() => undefined)
}

export async function readCopy(key: string): Promise<LocalCopy | null> {
  const found = await inStore<LocalCopy | undefined>('readonly', (store) => store.get(key)).catch(() => undefined)
  return found ?? null
}

export async function dropCopy(key: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key)).catch(() => undefined)
}
