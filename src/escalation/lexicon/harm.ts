import type { Language } from '../../domain/understanding.ts';

/**
 * Words of a body, of whoever has no voice, and of acute danger, smoke among them where it is not what the thing is named for: with one of them, no answer of the shop's makes a message that needs
 * a person for safety an ordinary one. Run over text in normal form.
 */
export const HARM: Readonly<Record<Language, RegExp>> = {
  zh: /皮肤|脸|手(?![机柄提工感动套])|脚(?![架轮])|腿|脖|眼|嘴|喉|嗓|头(?:晕|疼|痛)|胃|肚|胸|身上|全身|浑身|呼吸|咳|喘|呕|吐|腹泻|晕|昏|疼|痛|肿|痒|疹|敏|伤|血|烫|孩子|宝宝|小孩|娃|儿子|女儿|老人|孕|狗|猫|宠物|吞|误食|吃|喝|医院|医生|急诊|120|着火|起火|失火|火苗|明火|火花|烟|烧|焦|糊味|爆|炸|漏电|触电|电到|漏气|煤气|燃气|毒|断针|刀片|玻璃渣|鼓包|虫|死|命|活着/u,
  en: /\b(?:skin|face|hands?|fingers?|arms?|legs?|foot|feet|neck|eyes?|lips?|mouth|throat|tongue|chest|lungs?|stomach|tummy|head(?:ache)?|body|breath\w*|cough\w*|sick|ill|unwell|poorly|faint\w*|dizzy|pain\w*|hurt\w*|sore|swell\w*|swollen|bleed\w*|blood\w*|wound\w*|injur\w*|baby|bab(?:y|ies)|child\w*|kids?|toddler|son|daughter|pregnan\w*|dogs?|cats?|pets?|puppy|kitten|swallow\w*|ate|eat(?:en)?|drank|drink|lick\w*|inhal\w*|allerg\w*|rash\w*|itch\w*|hospital|doctor|a&e|ambulance|unconscious|stung|suicid\w*|kill\w*|die|dying|fires?|flames?|explo\w*|blew|burst|shatter\w*|electrocut\w*|shock\w*|spark\w*|gas|monoxide|fumes|toxic|poison\w*|chok\w*|glass|needles?|blades?|mou?ld\w*|maggots?|insects?|melt\w*|overheat\w*|swelling|bulg\w*|smok\w*|burn\w*|scorch\w*|sizzl\w*)\b/u,
};
