import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../../src/domain/understanding.ts';
import { TEXTS, type Texts } from '../texts/texts.ts';

/** The language the agent has chosen. */
export const TextsContext = createContext<ReadonlySignal<Language>>(signal('zh'));

/** The texts of the chosen language; a component that uses them is drawn again when it changes. */
export function useTexts(): Texts {
  return TEXTS[useLanguage()];
}

/** The chosen language. */
export function useLanguage(): Language {
  return useContext(TextsContext).value;
}
