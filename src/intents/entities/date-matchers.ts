import { addDays, type CalendarDate, calendarDate, nearestYear, weekdayOf } from './calendar-date.ts';
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
  'last night': -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'the day after tomorrow': 2,
  'day after tomorrow': 2,
};
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const CHINESE_WEEKDAYS = '一二三四五六日';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

const longestFirst = (words: string[]) => words.sort((a, b) => b.length - a.length).join('|');
const isLatin = (word: string) => /^[a-z]/.test(word);
const words = Object.keys(RELATIVE);

function daysFrom(days: number, today: CalendarDate | undefined): string {
  if (today !== undefined) return addDays(today, days);
  if (days === 0) return 'today';
  return days > 0 ? `today+${days}` : `today${days}`;
}

/** Monday to Sunday of the week `weeks` away; without a today `last-monday`, `monday`, `next-monday`. */
function weekday(day: number, weeks: number, today: CalendarDate | undefined): string {
  if (today !== undefined) return addDays(today, day - weekdayOf(today) + 7 * weeks);
  return `${weeks < 0 ? 'last-' : weeks > 0 ? 'next-' : ''}${WEEKDAYS[day - 1]}`;
}

function monthDay(month: number, day: number, today: CalendarDate | undefined): string | undefined {
  if (today !== undefined) return nearestYear(month, day, today);
  // A leap year, so that the 29th of February is a day.
  return calendarDate(2024, month, day)?.slice(5);
}

/** Days, as `YYYY-MM-DD` when today is known. */
export const DATE_MATCHERS: readonly EntityMatcher[] = [
  {
    kind: 'date',
    pattern:
      /(?<!\d)(?<year>20\d\d)(?:-|\/|\.|年)\s?(?<month>\d{1,2})(?:-|\/|\.|月)\s?(?<day>\d{1,2})(?:日|号|號)?(?!\d)/g,
    value: ({ groups }) => calendarDate(Number(groups?.year), Number(groups?.month), Number(groups?.day)),
  },
  {
    kind: 'date',
    pattern:
      /(?<![\d零一二三四五六七八九十])(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})(?:日|号|號)?(?!\d|个|天)/g,
    value: ({ groups }, today) =>
      monthDay(readNumber(groups?.month ?? '') ?? 0, readNumber(groups?.day ?? '') ?? 0, today),
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `(?:${longestFirst(words.filter((word) => !isLatin(word)))})|\\b(?:${longestFirst(words.filter(isLatin))})\\b`,
      'gi',
    ),
    value: (match, today) => daysFrom(RELATIVE[match[0].toLowerCase()], today),
  },
  {
    kind: 'date',
    pattern: new RegExp(String.raw`(?<![\d.])(?<count>${NUMBER})\s?天(?<side>之?前|以前|之?后|以后|之?後)`, 'g'),
    value: ({ groups }, today) => offset(groups, /前/.test(groups?.side ?? ''), today),
  },
  {
    kind: 'date',
    pattern: new RegExp(String.raw`\b(?<count>${NUMBER}) days? ago\b|\bin (?<later>${NUMBER}) days?\b`, 'gi'),
    value: ({ groups }, today) =>
      groups?.count ? offset(groups, true, today) : offset({ count: groups?.later ?? '' }, false, today),
  },
  {
    kind: 'date',
    pattern: /(?<week>(?:上上|下下|上|下|这|這|本)?个?)(?:周|星期|礼拜|禮拜)(?<day>[一二三四五六日天])(?!共|起|样)/g,
    value: ({ groups }, today) => {
      const week = groups?.week ?? '';
      const weeks = (week.match(/下/g)?.length ?? 0) - (week.match(/上/g)?.length ?? 0);
      return weekday(CHINESE_WEEKDAYS.indexOf((groups?.day ?? '').replace('天', '日')) + 1, weeks, today);
    },
  },
  {
    kind: 'date',
    pattern: new RegExp(String.raw`\b(?:(?<week>last|this|next|on) )?(?<day>${WEEKDAYS.join('|')})\b`, 'gi'),
    value: ({ groups }, today) => {
      const week = groups?.week?.toLowerCase();
      const weeks = week === 'last' ? -1 : week === 'next' ? 1 : 0;
      return weekday(WEEKDAYS.indexOf((groups?.day ?? '').toLowerCase()) + 1, weeks, today);
    },
  },
  {
    kind: 'date',
    pattern: new RegExp(String.raw`\b${MONTH}\.? (?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:)`, 'gi'),
    value: englishMonthDay,
  },
  {
    kind: 'date',
    pattern: new RegExp(String.raw`\b(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\b`, 'gi'),
    value: englishMonthDay,
  },
  { kind: 'date', pattern: /双十一|雙十一|双11(?!\d)/g, value: (_match, today) => monthDay(11, 11, today) },
  { kind: 'date', pattern: /双十二|雙十二|双12(?!\d)/g, value: (_match, today) => monthDay(12, 12, today) },
  {
    // 3号 alone is a day of this month, or of the neighbouring one if that is nearer.
    kind: 'date',
    pattern:
      /(?<![\d.#第A-Za-z月-])(?<day>[12]\d|3[01]|[1-9])[号號](?!楼|店|线|码|門|门|馆|链|款|色|床|选|链接|客服|仓)/g,
    value: ({ groups }, today) => dayOfMonth(Number(groups?.day), today),
  },
];

function offset(groups: Record<string, string> | undefined, isPast: boolean, today: CalendarDate | undefined) {
  const count = readNumber(groups?.count ?? '');
  if (count === undefined || !Number.isInteger(count) || count > 3_650) return undefined;
  return daysFrom(isPast ? -count : count, today);
}

function englishMonthDay({ groups }: RegExpMatchArray, today: CalendarDate | undefined): string | undefined {
  const month = MONTHS.indexOf((groups?.month ?? '').slice(0, 3).toLowerCase()) + 1;
  return monthDay(month, Number(groups?.day), today);
}

function dayOfMonth(day: number, today: CalendarDate | undefined): string | undefined {
  if (today === undefined) return `${day}`.padStart(2, '0');
  const month = Number(today.slice(5, 7));
  const distance = (date: CalendarDate) => Math.abs(Date.parse(date) - Date.parse(today));
  return [month - 1, month, month + 1]
    .map((each) => nearestYear(((each + 11) % 12) + 1, day, today))
    .filter((date) => date !== undefined)
    .sort((a, b) => distance(a) - distance(b))[0];
}
