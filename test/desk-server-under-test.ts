import { inject } from 'vitest';
import type { DeskServerOffer } from './made-on-demand.ts';

/** Path of the compiled `fixtures/desk-server.ts`, for `startDeskProcess`; compiled once for all test files of a run. */
export async function deskServerUnderTest(): Promise<string> {
  const response = await fetch(`${inject('madeOnDemand')}/desk-server`);
  if (!response.ok) throw new Error(await response.text());
  return ((await response.json()) as DeskServerOffer).script;
}
