import type { Language } from '../domain/understanding.ts';

/*
 * Words with which a customer turns down a person or takes a request back, whether that is small talk, ends a wait in the queue, drops
 * a topic, or must not be heard as a call for a person. Fragments of regular expressions that run over text in normal form.
 */

/** Whom one asks for. In Chinese 客服 as well, where nothing else can be meant. */
export const PERSON: Readonly<Record<Language, string>> = {
  zh: '(?:人工|真人)(?:客服|服务)?',
  en: '\\b(?:humans?|(?:real |live |actual )?person|agents?|representatives?|reps?|operator|customer service)\\b(?! (?:who|that|which|reading|like|as|to)\\b)',
};

/** Takes back in English what was asked for last, whatever it was. */
export const NEVER_MIND = '(?:never ?mind|nvm|scratch that|forget (?:about )?(?:it|that|this))';

/** Needs something no longer. 不要 is not among them: most who say it no longer want the goods. */
export const NO_NEED_ZH = '(?:不用|不需要|不必)';

/** Has managed without help. */
export const SETTLED_ZH = '(?:解决|搞定|弄好|弄明白)';
