import { api } from '../../api/client'

const ALGORITHM = 'AES-GCM'
const NONCE_BYTES = 12

/** What lies on this computer: nobody reads it without the key, and none of it can be put under another name. */
export interface Sealed {
  nonce: Uint8Array<ArrayBuffer>
  text: ArrayBuffer
}

/**
 * The person's own key, lent by the server to who has entered. It is held in memory by the page of one document, cannot
 * be taken out of the browser's keeping, and is gone with the page: whoever comes next finds what they cannot read.
 */
export class DraftKey {
  private asked: Promise<CryptoKey> | null = null

  async seal(name: string, value: unknown): Promise<Sealed> {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
    const text = new TextEncoder().encode(JSON.stringify(value))
    return { nonce, text: await crypto.subtle.encrypt(bound(name, nonce), await this.key(), text) }
  }

  /** Rejects what was sealed by another key, under another name, or was changed since. */
  async open(name: string, { nonce, text }: Sealed): Promise<unknown> {
    const plain = await crypto.subtle.decrypt(bound(name, nonce), await this.key(), text)
    return JSON.parse(new TextDecoder().decode(plain))
  }

  /** Asked for once; again when it did not come. */
  key(): Promise<CryptoKey> {
    this.asked ??= lent().catch((error: unknown) => {
      this.asked = null
      throw error
    })
    return this.asked
  }
}

function bound(name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: ALGORITHM, iv, additionalData: new TextEncoder().encode(name) }
}

async function lent(): Promise<CryptoKey> {
  const { key } = await api.get<{ key: string }>('/me/draft-key')
  const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0))
  return crypto.subtle.importKey('raw', bytes, ALGORITHM, false, ['encrypt', 'decrypt'])
}
