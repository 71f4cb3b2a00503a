import openAssembler from 'wabt';

/** The binary form of a kernel's text. @throws Error that names the line when the text is wrong */
export async function assembleRowKernel(text: string): Promise<Uint8Array> {
  const assembler = await openAssembler();
  const parsed = assembler.parseWat('row-kernel.wat', text, { simd: true, bulk_memory: true });
  parsed.validate();
  return parsed.toBinary({}).buffer;
}
