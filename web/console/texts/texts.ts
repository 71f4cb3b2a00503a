import type { Language } from '../../../src/domain/understanding.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every text of the console; each language has them all. */
export type Texts = typeof zh;

/** The texts of each language. */
export const TEXTS: Readonly<Record<Language, Texts>> = { zh, en };

/** A text with its `{name}`s filled in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The text of a code, or the code itself made readable when the shop has made it up. */
export function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? words[code] : code.replaceAll('_', ' ');
}
