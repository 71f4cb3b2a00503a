import type { Runtime } from '../compose.ts';
import type { Generation } from '../knowledge-service.ts';

/** @throws Error before a first generation is built */
export function servedGeneration({ knowledge }: Runtime): Generation {
  if (!knowledge.current) throw new Error('no knowledge is in service');
  return knowledge.current;
}
