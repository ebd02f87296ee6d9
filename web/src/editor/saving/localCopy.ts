import { keptHere } from '../../environment'
import type { DocumentContent } from '../content'
import type { DraftKey, Sealed } from './draftKey'

/** Text not yet confirmed by the server, kept in this browser for one person and one document, and encrypted there. */
export interface LocalCopy {
  key: string
  content: DocumentContent
  /** Revision the text was written over. */
  revision: string
  keptAt: string
}

const DATABASE = keptHere('iperoig-drafts')
const STORE = 'copies'
/** The first edition kept texts as they are: what it left is taken away. */
const EDITION = 2

interface KeptCopy extends Sealed {
  key: string
}

/** The person is part of the key: city hall computers are shared, and a draft belongs to who wrote it. */
export function copyKey(user: string, document: string): string {
  return `${user}/${document}`
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, EDITION)
    request.addEventListener('upgradeneeded', () => {
      if (request.result.objectStoreNames.contains(STORE)) request.result.deleteObjectStore(STORE)
      request.result.createObjectStore(STORE, { keyPath: 'key' })
    })
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
export async function keepCopy(safe: DraftKey, { key, ...copy }: LocalCopy): Promise<void> {
  await safe
    .seal(key, copy)
    .then((sealed) => inStore('readwrite', (store) => store.put({ key, ...sealed } satisfies KeptCopy)))
    .catch(() => undefined)
}

/** Null also for what this person's key does not open. */
export async function readCopy(safe: DraftKey, key: string): Promise<LocalCopy | null> {
  const found = await inStore<KeptCopy | undefined>('readonly', (store) => store.get(key)).catch(() => undefined)
  if (!found) return null
  return safe
    .open(key, found)
    .then((copy) => ({ key, ...(copy as Omit<LocalCopy, 'key'>) }))
    .catch(() => null)
}

export async function dropCopy(key: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key)).catch(() => undefined)
}
