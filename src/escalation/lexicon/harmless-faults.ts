import type { Language } from '../../domain/understanding.ts';

/*
 * Faults of goods that are told in words of danger and harm nobody: a fire that will not light, what melts in the warmth. Whether a page
 * explains them tells them from the rest. Run over text in normal form.
 */

interface Fault {
  /** As customers tell it. */
  readonly told: RegExp;
  /** As a page speaks of it that explains it. */
  readonly explained: RegExp;
}

const FAULTS: Readonly<Record<Language, readonly Fault[]>> = {
  zh: [
    {
      told: /(?:打|点|烧|生|引|燃)不(?:着|燃|起来?)火?了?|火(?:打|点|生)?不(?:着|燃)|打火(?:机|器|石)?|(?:打|点)(?:了)?火?(?:半天|好几次|几次)?(?:都|也|还)?(?:没|不)(?:反应|着)|(?:自己|老|总|一会儿?就?)熄火|火(?:很|太|变|有点)?小/gu,
      explained: /打不着|点不着|点火|打火|不着火|熄火|火力|火小/u,
    },
    { told: /融化|化开|化了|化掉|晒化|热化|融了/gu, explained: /融|化(?:了|开|掉)|软|冷藏|冰箱|高温/u },
  ],
  en: [
    {
      told: /\b(?:won'?t|doesn'?t|does not|didn'?t|not|can'?t|cannot|hard to|fails? to|refuses to|trouble|isn'?t) (?:\w+ )?(?:light(?:ing)?|ignit\w+|burn(?:ing)?|catch(?:ing)?|stay lit|spark(?:ing)?|start(?:ing)? (?:a |the )?fire)(?: (?:the |a |my )?(?:fire|flame|candle|stove|gas))?\b|\b(?:flame|fire) (?:is |was )?(?:too |very |so )?(?:small|low|weak)\b|\b(?:flame|fire) keeps? going out\b/gu,
      explained: /\b(?:light(?:s|ing)?|lit|ignit\w+|wick|burns?|flame|spark)\b/iu,
    },
    { told: /\bmelt(?:s|ed|ing|y)?\b/gu, explained: /\bmelt\w*/iu },
  ],
};

/**
 * A message without the harmless faults that a page explains; the whole of it where there is none.
 * @param text in normal form
 * @param answer what the page says
 */
export function withoutHarmlessFaults(text: string, answer: string, language: Language): string {
  const explained = FAULTS[language].filter((fault) => fault.explained.test(answer));
  return explained.reduce((rest, { told }) => rest.replace(told, ' '), text);
}
