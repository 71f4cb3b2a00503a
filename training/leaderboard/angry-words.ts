import type { Language } from '../../src/domain/understanding.ts';

/** Two dozen words a language that an angry customer uses: what one writes in ten minutes before building anything. */
export const ANGRY_WORDS: Readonly<Record<Language, RegExp>> = {
  zh: /垃圾|骗子|骗人|坑人|太差|差劲|差评|投诉|举报|恶心|无语|气死|生气|愤怒|过分|欺负|忽悠|什么玩意|不要脸|滚|傻|他妈|妈的|烂|黑店/u,
  en: /\b(terrible|horrible|awful|worst|disgusting|useless|ridiculous|pathetic|furious|angry|mad|outrag\w*|scam\w*|liars?|lying|idiots?|stupid|hate|rubbish|garbage|damn|fuck\w*|shit\w*|bullshit|wtf)\b/i,
};
