import { effect, type Signal, signal } from '@preact/signals';
import type { Language } from '../../../src/domain/understanding.ts';
import type { TextStorage } from '../state/drafts.ts';

/** Light and dark as the system has it, or as the agent has chosen. */
export const THEMES = ['auto', 'light', 'dark'] as const;
/** One of `THEMES`. */
export type Theme = (typeof THEMES)[number];

/** What an agent has chosen in this browser; kept across reloads. */
export interface Preferences {
  readonly language: Signal<Language>;
  readonly theme: Signal<Theme>;
  /** Sound for new tickets. */
  readonly sound: Signal<boolean>;
  readonly notifications: Signal<boolean>;
  /** Show what the bot understood with every turn. */
  readonly understood: Signal<boolean>;
  /** Team whose tickets are shown; all when empty. */
  readonly team: Signal<string>;
  /** Takes new tickets. */
  readonly available: Signal<boolean>;
}

const KEY = 'xiaoer-console';

/** Preferences as they were left, else by the browser's language. */
export function createPreferences(storage: TextStorage, browserLanguage: string): Preferences {
  const kept = readKept(storage);
  const bool = (name: string, otherwise: boolean) => signal(typeof kept[name] === 'boolean' ? kept[name] : otherwise);
  const preferences: Preferences = {
    language: signal(oneOf(['zh', 'en'] as const, kept.language) ?? (browserLanguage.startsWith('zh') ? 'zh' : 'en')),
    theme: signal(oneOf(THEMES, kept.theme) ?? 'auto'),
    sound: bool('sound', false),
    notifications: bool('notifications', false),
    understood: bool('understood', false),
    team: signal(typeof kept.team === 'string' ? kept.team : ''),
    available: bool('available', true),
  };
  effect(() => {
    const values = Object.entries(preferences).map(([name, { value }]) => [name, value]);
    try {
      storage.setItem(KEY, JSON.stringify(Object.fromEntries(values)));
    } catch {
      // Where the browser keeps nothing, a choice lasts as long as the page.
    }
  });
  return preferences;
}

function readKept(storage: TextStorage): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function oneOf<Value>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value);
}
