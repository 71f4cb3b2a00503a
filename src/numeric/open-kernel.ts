import { ROW_KERNEL } from './row-kernel.ts';

/** row-kernel.wat with a memory of its own. */
export interface RowKernel {
  readonly memory: WebAssembly.Memory;
  readonly products: (...numbers: number[]) => void;
  readonly mixtures: (...numbers: number[]) => void;
  readonly byteProducts: (...numbers: number[]) => void;
  readonly wordProducts: (...numbers: number[]) => void;
  /** Bytes at the start of the memory that are taken. */
  readonly taken: number;
}

const PAGE = 65_536;
const compiled = new WebAssembly.Module(Buffer.from(ROW_KERNEL, 'base64'));

/** @param taken bytes for what stays: worth it for megabytes that are multiplied again and again */
export function openKernel(taken: number): RowKernel {
  const { exports } = new WebAssembly.Instance(compiled);
  const kernel = { ...(exports as unknown as Omit<RowKernel, 'taken'>), taken };
  // What stands on the left and what comes out is small beside rows worth placing.
  makeRoom(kernel, PAGE * 4);
  return kernel;
}

/** Sees to so many bytes behind what is taken. A memory that grows takes its buffer away from those who hold it. */
export function makeRoom({ memory, taken }: RowKernel, bytes: number): void {
  const missing = taken + bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}
