/** Takes the parts of a binary file one after the other. */
export interface Sections {
  floats(count: number): Float32Array;
  /** A view of the file, which it keeps in memory: to be copied by whoever keeps it. */
  integers(count: number): Int8Array;
  positions(count: number): Uint16Array;
  /** @throws RangeError when the file is shorter or longer than what was taken */
  end(): void;
}

/** Numbers are little-endian, as on every processor that Node.js runs on. */
export function readSections(content: Buffer): Sections {
  let offset = 0;
  const skip = (bytes: number) => {
    offset += bytes;
    return content.byteOffset + offset - bytes;
  };
  const take = (bytes: number) => {
    const start = skip(bytes);
    return content.buffer.slice(start, start + bytes);
  };
  return {
    floats: (count) => new Float32Array(take(count * Float32Array.BYTES_PER_ELEMENT)),
    integers: (count) => new Int8Array(content.buffer, skip(count), count),
    positions: (count) => new Uint16Array(take(count * Uint16Array.BYTES_PER_ELEMENT)),
    end() {
      if (offset !== content.length)
        throw new RangeError(`a file of weights has ${content.length} bytes, not ${offset}`);
    },
  };
}
