import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const PIECE = 1 << 20;

/**
 * SHA-256 of a file, in hex. The pieces are read into one piece of memory again and again: a stream takes new memory for
 * each, which costs several times the hashing where a start checks a hundred megabytes.
 * @throws the system's error when the file cannot be read
 */
export async function hashFile(path: string): Promise<string> {
  const file = await open(path);
  try {
    const hash = createHash('sha256');
    const piece = Buffer.allocUnsafe(PIECE);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}
