import { addDays, type CalendarDate, weekdayOf } from './calendar-date.ts';
import type { EntityMatcher } from './entity-matcher.ts';
import { NUMBER, readNumber } from './read-number.ts';

const RELATIVE: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  前晚: -2,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  昨儿: -1,
  今天: 0,
  今日: 0,
  今晚: 0,
  今早: 0,
  今儿: 0,
  明天: 1,
  明日: 1,
  明晚: 1,
  明早: 1,
  明儿: 1,
  后天: 2,
  後天: 2,
  大后天: 3,
  大後天: 3,
  'the day before yesterday': -2,
  'day before yesterday': -2,
  yesterday: -1,
  yday: -1,
  'last night': -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  tmrw: 1,
  tmr: 1,
  'the day after tomorrow': 2,
  'day after tomorrow': 2,
};
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const CHINESE_WEEKDAYS = '一二三四五六日';
/** 签收 in 签收3天后: the days count from then, not from today. */
const COUNTS_FROM =
  /(?:签收|下单|付款|付|发货|收到|收货|拍下?|购买|买|到货|到|出库|入库|申请|退款|退货|退|寄出?|取件|审核|通过|确认|激活|[开拆]封|拆|使用|用|穿|洗|安装|装|验收|完成|结束|活动|开始|产|满月|出生|过期|开票|取消)[了的]?\s?$/u;

const longestFirst = (words: string[]) => words.sort((a, b) => b.length - a.length).join('|');
const isLatin = (word: string) => /^[a-z]/.test(word);
const words = Object.keys(RELATIVE);

function daysFrom(days: number, today: CalendarDate | undefined): string {
  if (today !== undefined) return addDays(today, days);
  if (days === 0) return 'today';
  return days > 0 ? `today+${days}` : `today${days}`;
}

/** The next such day, today included: by Friday is never last Friday. */
function comingWeekday(day: number, today: CalendarDate | undefined): string {
  if (today === undefined) return WEEKDAYS[day - 1];
  return addDays(today, (day - weekdayOf(today) + 7) % 7);
}

/** Monday to Sunday of the week `weeks` away; without a today `last-monday`, `monday`, `next-monday`. */
function weekday(day: number, weeks: number, today: CalendarDate | undefined): string {
  if (today !== undefined) return addDays(today, day - weekdayOf(today) + 7 * weeks);
  return `${weeks < 0 ? 'last-' : weeks > 0 ? 'next-' : ''}${WEEKDAYS[day - 1]}`;
}

function offset(groups: Record<string, string> | undefined, isPast: boolean, today: CalendarDate | undefined) {
  const { count: written = '', unit = '' } = groups ?? {};
  const count = /^an?$/i.test(written) ? 1 : readNumber(written);
  if (count === undefined || !Number.isInteger(count) || count > 3_650) return undefined;
  const days = /周|星期|礼拜|w/i.test(unit) ? 7 * count : count;
  return daysFrom(isPast ? -days : days, today);
}

/** Days counted from today or named by their weekday, as `YYYY-MM-DD` when today is known. */
export const RELATIVE_DATE_MATCHERS: readonly EntityMatcher[] = [
  {
    kind: 'date',
    pattern: new RegExp(
      `(?<![今以之往目此])(?:${longestFirst(words.filter((word) => !isLatin(word)))})|\\b(?:${longestFirst(words.filter(isLatin))})\\b`,
      'gi',
    ),
    value: (match, today) => daysFrom(RELATIVE[match[0].toLowerCase()], today),
  },
  {
    kind: 'date',
    pattern: new RegExp(
      String.raw`(?<![\d.零一二两三四五六七八九十百])(?<count>${NUMBER})\s?(?<unit>天|周|个?星期|个?礼拜)(?<side>之?前|以前|之?后|以后|之?後)`,
      'g',
    ),
    value: (match, today) => {
      const isPast = match.groups?.side?.includes('前') ?? false;
      if (!isPast && COUNTS_FROM.test(match.input?.slice(0, match.index) ?? '')) return undefined;
      return offset(match.groups, isPast, today);
    },
  },
  {
    kind: 'date',
    pattern: new RegExp(
      String.raw`\b(?<count>an?|${NUMBER}) (?<unit>days?|weeks?|wks?) ago\b|\bin (?<later>${NUMBER}) (?<units>days?|weeks?)\b`,
      'gi',
    ),
    value: ({ groups }, today) => {
      const { count, unit = '', later = '', units = '' } = groups ?? {};
      return count ? offset({ count, unit }, true, today) : offset({ count: later, unit: units }, false, today);
    },
  },
  {
    kind: 'date',
    pattern:
      /(?<week>(?:上上|下下|上|下|这|這|本)?个?)(?:周|星期|礼拜|禮拜)(?<day>[一二三四五六日天])(?!共|起|样)(?<until>之?前|以前)?/g,
    value: ({ groups }, today) => {
      const week = groups?.week ?? '';
      const weeks = (week.match(/下/g)?.length ?? 0) - (week.match(/上/g)?.length ?? 0);
      const day = CHINESE_WEEKDAYS.indexOf((groups?.day ?? '').replace('天', '日')) + 1;
      return groups?.until && week === '' ? comingWeekday(day, today) : weekday(day, weeks, today);
    },
  },
  {
    kind: 'date',
    pattern: new RegExp(
      String.raw`\b(?:(?<until>by|before|until|till|coming) (?:this )?|(?<week>last|this|next|on) )?(?<day>${WEEKDAYS.join('|')})\b`,
      'gi',
    ),
    value: ({ groups }, today) => {
      const day = WEEKDAYS.indexOf((groups?.day ?? '').toLowerCase()) + 1;
      const week = groups?.week?.toLowerCase();
      if (groups?.until) return comingWeekday(day, today);
      return weekday(day, week === 'last' ? -1 : week === 'next' ? 1 : 0, today);
    },
  },
];
