import { describe, expect, it } from 'vitest';
import { readSections } from './read-sections.ts';

const parts = [Float32Array.of(0.5, -2), Int8Array.of(-1, 127), Uint16Array.of(40_000)];
const content = Buffer.concat(parts.map(({ buffer }) => Buffer.from(buffer)));

describe('readSections', () => {
  it('takes the parts one after the other', () => {
    const { floats, integers, positions, end } = readSections(content);
    expect([floats(2), integers(2), positions(1)]).toEqual(parts);
    expect(end).not.toThrow();
  });

  it('says how long a file is that should be longer or shorter', () => {
    const { floats, end } = readSections(content);
    floats(2);
    expect(end).toThrow('12 bytes, not 8');
  });
});
