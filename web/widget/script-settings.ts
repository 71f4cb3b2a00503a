import type { Language } from '../shared/language.ts';
import { parseColour } from './colour-contrast.ts';

/** What the shop says in the script tag, checked. */
export interface ScriptSettings {
  /** Where Xiaoer serves, without a slash at the end. */
  readonly server: string;
  readonly language: Language;
  /** The shop's colour; that of widget.yaml counts when absent. */
  readonly colour?: string;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly side: 'left' | 'right';
  readonly customer?: { readonly id?: string; readonly name?: string; readonly tier?: string };
  /** Open when the page opens. */
  readonly isOpen: boolean;
}

/** What is read besides the tag's `data-` attributes. */
export interface PageFacts {
  readonly scriptUrl: string;
  /** The page's language, then the browser's. */
  readonly languages: readonly string[];
}

/**
 * Reads the `data-` attributes of the script tag. A value that makes no sense counts as absent and is told.
 * @param data as `HTMLElement.dataset` gives them
 * @param warn told what is wrong, for whoever puts the tag in
 */
export function readScriptSettings(
  data: Readonly<Record<string, string | undefined>>,
  { scriptUrl, languages }: PageFacts,
  warn: (problem: string) => void,
): ScriptSettings {
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = data[name];
    if (value === undefined || value === '') return fallback;
    if ((allowed as readonly string[]).includes(value)) return value as T;
    warn(`data-${name}="${value}" is none of ${allowed.join(', ')}`);
    return fallback;
  };
  if (data.colour && !parseColour(data.colour)) warn(`data-colour="${data.colour}" is no colour like #0f766e`);
  const customer = { id: data.customerId, name: data.customerName, tier: data.customerTier };
  const given = Object.fromEntries(Object.entries(customer).filter(([, value]) => value));
  const language = oneOf('lang', ['auto', 'zh', 'en'], 'auto');
  return {
    server: data.server?.replace(/\/+$/, '') || new URL('.', scriptUrl).href.replace(/\/$/, ''),
    language: language === 'auto' ? spokenIn(languages) : language,
    colour: data.colour && parseColour(data.colour) ? data.colour : undefined,
    theme: oneOf('theme', ['auto', 'light', 'dark'], 'auto'),
    side: oneOf('side', ['left', 'right'], 'right'),
    customer: Object.keys(given).length > 0 ? given : undefined,
    isOpen: oneOf('open', ['true', 'false'], 'false') === 'true',
  };
}

function spokenIn(languages: readonly string[]): Language {
  const known = languages.map((tag) => /^(zh|en)\b/i.exec(tag)?.[1].toLowerCase()).find(Boolean);
  return known === 'zh' ? 'zh' : 'en';
}
