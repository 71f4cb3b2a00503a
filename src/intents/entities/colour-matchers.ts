import { hasHan } from '../../text/letters.ts';
import type { EntityMatcher } from './entity-matcher.ts';

/** Colours as shops and buyers name them, under one English name each. */
const NAMES: Readonly<Record<string, string>> = {
  black: '黑|曜石黑|炭黑',
  white: '白|纯白|雪白|珍珠白',
  'off-white': '米白|奶白|象牙白|乳白|off[- ]?white|ivory|cream',
  grey: '灰|麻灰|花灰|银灰|gray|grey',
  red: '红|紅|大红|正红|中国红',
  burgundy: '酒红|酒紅|枣红|wine red|burgundy|maroon',
  pink: '粉|粉红|粉紅|藕粉|樱花粉|裸粉',
  orange: '橙|橘|橘红|桔',
  yellow: '黄|黃|鹅黄|姜黄|柠檬黄|mustard',
  green: '绿|綠|草绿|薄荷绿|豆绿|抹茶绿|mint|olive|军绿|橄榄绿',
  'dark green': '墨绿|墨綠|forest green',
  blue: '蓝|藍|天蓝|湖蓝|宝蓝|雾霾蓝|克莱因蓝',
  navy: '藏青|藏蓝|藏藍|海军蓝|navy(?: blue)?',
  purple: '紫|香芋紫|lilac|lavender|violet',
  brown: '棕|褐|咖|咖啡|巧克力|焦糖|coffee',
  camel: '驼|駝',
  khaki: '卡其',
  beige: '米|杏|燕麦|oat(?:meal)?|apricot',
  gold: '金|香槟|champagne|golden',
  silver: '银|銀',
  'rose gold': '玫瑰金|rose[- ]gold',
  teal: '湖绿|孔雀蓝|蓝绿|turquoise',
  'milk tea': '奶茶',
  colourful: '彩|花|multi-?colou?r(?:ed)?',
};
const NAME_OF = new Map(
  Object.entries(NAMES).flatMap(([name, forms]) => forms.split('|').map((form): [string, string] => [form, name])),
);
const alternatives = (forms: string[]) => forms.sort((a, b) => b.length - a.length).join('|');
const CHINESE = alternatives([...NAME_OF.keys()].filter(hasHan));
/** Things to drink and to eat, colours only with 色. */
const DRINKS = new Set(['咖啡', '巧克力', '奶茶']);
/** Two characters and more are colours by themselves; 黑 alone needs 色, 款 or 的 behind it. */
const CERTAIN = alternatives(
  [...NAME_OF.keys()].filter((form) => hasHan(form) && form.length > 1 && !DRINKS.has(form)),
);
const ENGLISH = alternatives([...Object.keys(NAMES), ...[...NAME_OF.keys()].filter((form) => !hasHan(form))]);
const SHADES: Readonly<Record<string, string>> = {
  深: 'dark ',
  暗: 'dark ',
  浅: 'light ',
  淺: 'light ',
  淡: 'light ',
  亮: 'bright ',
};

function chinese({ groups }: RegExpMatchArray): string | undefined {
  const name = NAME_OF.get(groups?.colour ?? '');
  return name && `${SHADES[groups?.shade ?? ''] ?? ''}${name}`;
}

function english({ groups }: RegExpMatchArray): string {
  const written = (groups?.colour ?? '').toLowerCase();
  const form = [...NAME_OF.keys()].find((each) => !hasHan(each) && new RegExp(`^(?:${each})$`).test(written));
  return `${groups?.shade ? `${groups.shade.toLowerCase()} ` : ''}${NAME_OF.get(form ?? '') ?? written}`;
}

/** Colours. */
export const COLOUR_MATCHERS: readonly EntityMatcher[] = [
  { kind: 'colour', pattern: new RegExp(`(?<shade>[深暗浅淺淡亮])?(?<colour>${CHINESE})色`, 'g'), value: chinese },
  { kind: 'colour', pattern: new RegExp(`(?<shade>[深暗浅淺淡亮])?(?<colour>${CERTAIN})`, 'g'), value: chinese },
  { kind: 'colour', pattern: /(?<shade>[深浅淺])(?<colour>[灰蓝藍绿綠红紅紫粉棕黄黃])/g, value: chinese },
  {
    kind: 'colour',
    pattern:
      /(?<span>(?<colour>[黑白灰红紅粉蓝藍绿綠紫棕]))(?=的(?!价|評|评)|款|[SML](?:码|$|,|，)|那[件条款双]|[SMLX]{1,3}(?![A-Za-z]))/dg,
    value: chinese,
  },
  {
    kind: 'colour',
    pattern: new RegExp(`(?<![a-z])(?:(?<shade>dark|light|bright)[ -])?(?<colour>${ENGLISH})(?![a-z])`, 'gi'),
    value: english,
  },
];
