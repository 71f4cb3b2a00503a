import type { Language } from '../../domain/understanding.ts';

/*
 * Offers of pictures that show what happened, and nothing else: 我有视频, *i've got photos*. The bot sees none, so that they are for people;
 * they threaten nobody. Run over text in normal form.
 */

const OFFERS: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:那|亲|可是|但是?|而且)?(?:我|我们|这边|我这边?)?(?:这里|这儿)?(?:都|也|还)?(?:有|拍了|录了|拍有|留了|存了|可以(?:拍|发)|能(?:拍|发)|给(?:你|您)(?:们)?(?:拍|发|看)|发(?:你|您))(?:个|张|段|几张)?(?:开箱|收货|拆箱)?的?(?:视频|照片|图片?|截图|录像|相片)(?:的|了|为证|作证|给?(?:你|您)?们?看|发(?:你|您)|哦|啊|呀|呢)*[^\p{L}\p{N}]*$/u,
  en: /^(?:and |but |ok |well |so )?(?:i(?:'ve| have|'ve got| have got| got| took| can send| could send| can show you)?|here are|we have|there(?:'s| is| are))(?: got| also| even| the| a| an| some| my| you)*(?: \w+)? (?:videos?|photos?|pictures?|pics?|screenshots?|footage)(?: (?:of it|of that|of this|too|as proof|to show|if (?:you )?need(?:ed)?|to prove it))*[^\p{L}\p{N}]*$/u,
};

/** Whether a text offers pictures of what happened, and says no more. @param text in normal form */
export function offersPictures(text: string, language: Language): boolean {
  return OFFERS[language].test(text);
}
