import { type CalendarDate, calendarDate, nearestYear } from './calendar-date.ts';
import type { EntityMatcher } from './entity-matcher.ts';
import { readNumber } from './read-number.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** Of which something is said that may be. */
const SUBJECT = /\b(?:it|this|that|they|we|i|you|there|he|she|which|price) $/i;
const YEAR = '(?:,? (?<year>20\\d\\d)(?!\\d))?';
/** What stands around a day of which only numbers are written. */
const BEFORE_DAY = String.raw`(?<=\b(?:on|by|before|since|until|till|from|dated|ordered|placed|arrived|delivered|due|bought|purchased) )`;
const BEHIND_DAY = '(?=号|號|日|那天|当天|之?前|下单|买|拍|发货|到货|签收|收到)';

function monthDay(month: number, day: number, today: CalendarDate | undefined): string | undefined {
  if (today !== undefined) return nearestYear(month, day, today);
  // A leap year, so that the 29th of February is a day.
  return calendarDate(2024, month, day)?.slice(5);
}

function englishMonthDay(match: RegExpMatchArray, today: CalendarDate | undefined): string | undefined {
  const { month: name = '', day, year } = match.groups ?? {};
  // It may 5 be cheaper.
  if (name === 'may' && SUBJECT.test(match.input?.slice(0, match.index) ?? '')) return undefined;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return year ? calendarDate(Number(year), month, Number(day)) : monthDay(month, Number(day), today);
}

/** Month first where the second number can be no month, as in 11/20/2026; undefined where either may be the month. */
function slashDate({ groups }: RegExpMatchArray, today: CalendarDate | undefined): string | undefined {
  const [first, second] = [Number(groups?.first), Number(groups?.second)];
  const [month, day] = second > 12 ? [first, second] : [second, first];
  if (day <= 12 && month !== day) return undefined;
  return groups?.year ? calendarDate(Number(groups.year), month, day) : monthDay(month, day, today);
}

/** A day of the month so many months away; without a today `last-month-25`. */
function dayOfOtherMonth(day: number, months: number, today: CalendarDate | undefined): string | undefined {
  if (today === undefined) {
    const which = months < 0 ? 'last' : months > 0 ? 'next' : 'this';
    return `${which}-month-${String(day).padStart(2, '0')}`;
  }
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + months;
  return calendarDate(Math.floor(month / 12), (month % 12) + 1, day);
}

function dayOfMonth(day: number, today: CalendarDate | undefined): string | undefined {
  if (today === undefined) return String(day).padStart(2, '0');
  const month = Number(today.slice(5, 7));
  const distance = (date: CalendarDate) => Math.abs(Date.parse(date) - Date.parse(today));
  return [month - 1, month, month + 1]
    .map((each) => nearestYear(((each + 11) % 12) + 1, day, today))
    .filter((date) => date !== undefined)
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** Days named by their number, as `YYYY-MM-DD` when today is known. */
export const CALENDAR_DATE_MATCHERS: readonly EntityMatcher[] = [
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
    pattern: new RegExp(String.raw`\b${MONTH}\.? (?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:)${YEAR}`, 'gi'),
    value: englishMonthDay,
  },
  {
    kind: 'date',
    pattern: new RegExp(String.raw`\b(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\b${YEAR}`, 'gi'),
    value: englishMonthDay,
  },
  {
    kind: 'date',
    pattern: /(?<![\d/])(?<first>\d{1,2})\/(?<second>\d{1,2})\/(?<year>20\d\d)(?![\d/])/g,
    value: slashDate,
  },
  {
    // By itself 11/20 may be a fraction or a size.
    kind: 'date',
    pattern: new RegExp(String.raw`${BEFORE_DAY}(?<first>\d{1,2})\/(?<second>\d{1,2})(?![\d/])`, 'gi'),
    value: slashDate,
  },
  {
    kind: 'date',
    pattern: new RegExp(String.raw`(?<![\d/])(?<month>\d{1,2})\/(?<day>\d{1,2})${BEHIND_DAY}`, 'g'),
    value: ({ groups }, today) => monthDay(Number(groups?.month), Number(groups?.day), today),
  },
  {
    // Eight digits alone may be an order number.
    kind: 'date',
    pattern: new RegExp(String.raw`(?<!\d)(?<year>20[23]\d)(?<month>[01]\d)(?<day>[0-3]\d)${BEHIND_DAY}`, 'g'),
    value: ({ groups }) => calendarDate(Number(groups?.year), Number(groups?.month), Number(groups?.day)),
  },
  {
    kind: 'date',
    pattern:
      /(?<which>上上|下下|上|下|这|這|本)个?月(?<day>\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[号號日](?!\d)/g,
    value: ({ groups }, today) => {
      const { which = '', day = '' } = groups ?? {};
      const months = (which.match(/下/g)?.length ?? 0) - (which.match(/上/g)?.length ?? 0);
      return dayOfOtherMonth(readNumber(day) ?? 0, months, today);
    },
  },
  {
    kind: 'date',
    pattern:
      /\b(?:(?<until>by|until|till)|on|before|since|from|after) the (?<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:floor|day|time|week|month|street|order|item|of|try|attempt|century|birthday|anniversary))/gi,
    value: ({ groups }, today) => {
      const nearest = dayOfMonth(Number(groups?.day), today);
      const isOver = today !== undefined && nearest !== undefined && nearest < today;
      return groups?.until && isOver ? dayOfOtherMonth(Number(groups.day), 1, today) : nearest;
    },
  },
  {
    // The sales of 18 June and 11 November; 11.11元 and 618件 are something else.
    kind: 'date',
    pattern:
      /(?<![\d.¥￥$€£])(?:(?<june>618)|11\.11|(?<december>12\.12))(?=大促|活动|期间|当天|那天|买|下单|拍|的时候|促销|\ssale)/gi,
    value: ({ groups }, today) => {
      if (groups?.june) return monthDay(6, 18, today);
      return groups?.december ? monthDay(12, 12, today) : monthDay(11, 11, today);
    },
  },
  { kind: 'date', pattern: /双十一|雙十一|双11(?!\d)/g, value: (_match, today) => monthDay(11, 11, today) },
  { kind: 'date', pattern: /双十二|雙十二|双12(?!\d)/g, value: (_match, today) => monthDay(12, 12, today) },
  {
    // 3号 alone is a day of this month, or of the neighbouring one if that is nearer; 三号 is as often a name.
    kind: 'date',
    pattern:
      /(?<![\d.#第A-Za-z月一二三四五六七八九十百-])(?<day>[12]\d|3[01]|[1-9]|二?十[一二三四五六七八九]?|三十一?)[号號](?!楼|店|线|码|門|门|馆|链|款|色|床|选|链接|客服|仓)/g,
    value: ({ groups }, today) => dayOfMonth(readNumber(groups?.day ?? '') ?? 0, today),
  },
];
