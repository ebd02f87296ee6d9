import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

const CHUNK_BYTES = 4 * 1024 * 1024

/** SHA-256 (hex) of a file read by chunks: WebCrypto would need the whole file in memory. */
export async function hashFile(file: Blob, onProgress: (fraction: number) => void): Promise<string> {
  const hash = sha256.create()
  for (let start = 0; start < file.size; start += CHUNK_BYTES) {
    const chunk = file.slice(start, start + CHUNK_BYTES)
    hash.update(new Uint8Array(await chunk.arrayBuffer()))
    onProgress(Math.min((start + CHUNK_BYTES) / file.size, 1))
  }
  return bytesToHex(hash.digest())
}
