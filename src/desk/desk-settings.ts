import { z } from 'zod';
import { PRIORITIES, TEAMS } from '../domain/decision.ts';
import { businessHoursSchema } from './business-hours-schema.ts';

const code = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'must be lower-case letters, digits, - or _');
const text = z.string().trim().min(1);
/** In both languages of the desk; one text counts for both. */
const localized = z.union([text.transform((both) => ({ zh: both, en: both })), z.strictObject({ zh: text, en: text })]);
const minutes = z.number().positive().max(100_000);
const promise = z.strictObject({ firstResponse: minutes, resolution: minutes });

const team = z.strictObject({
  code,
  name: localized,
  /** What the engine calls teams by: the topic of the conversation. None: no topic in particular. */
  topics: z.array(z.enum(TEAMS)).default([]),
  /** Codes of product categories; none: all. */
  categories: z.array(code).default([]),
  /** None: all. */
  languages: z.array(z.enum(['zh', 'en'])).default([]),
});

const category = z.strictObject({ code, name: localized, words: z.array(text).min(1) });

/** Shape of knowledge/desk.yaml: who answers when, what is promised, and what agents choose from. */
export const deskSettingsSchema = z
  .strictObject({
    hours: businessHoursSchema,
    teams: z.array(team).min(1),
    categories: z.array(category).default([]),
    sla: z.strictObject(Object.fromEntries(PRIORITIES.map((priority) => [priority, promise])) as Promises),
    offer: z.strictObject({
      /** How long an offer stands before the next agent is asked. */
      seconds: z.number().int().min(5).max(600),
    }),
    agents: z.strictObject({
      /** Conversations one agent holds at most by offers; claiming is not limited. */
      maxLoad: z.number().int().min(1).max(100),
      /** Without a sign of life for so long an agent counts as gone. */
      goneAfterSeconds: z.number().int().min(10).max(3600),
    }),
    waiting: z.strictObject({
      /** After how many minutes without a word a waiting customer is told again; the last one repeats. */
      tellAfterMinutes: z.array(z.number().positive().max(1440)).min(1),
      /** For so long after closing, a customer who needs a person again comes back to the same ticket. */
      reopenWithinHours: z
        .number()
        .min(0)
        .max(24 * 30),
    }),
    outcomes: z.array(z.strictObject({ code, name: localized })).min(1),
    quickReplies: z.array(z.strictObject({ code, title: localized, text: localized })).default([]),
  })
  .superRefine(({ teams, categories, outcomes, quickReplies }, context) => {
    const lists = { teams, categories, outcomes, quickReplies };
    for (const [name, list] of Object.entries(lists)) {
      const codes = list.map((entry) => entry.code);
      codes.forEach((each, index) => {
        if (codes.indexOf(each) === index) return;
        context.addIssue({ code: 'custom', path: [name, index, 'code'], message: `${each} is used twice` });
      });
    }
    const known = new Set(categories.map((category) => category.code));
    for (const [index, entry] of teams.entries()) {
      for (const [place, each] of entry.categories.entries()) {
        if (known.has(each)) continue;
        const path = ['teams', index, 'categories', place];
        context.addIssue({ code: 'custom', path, message: `${each} is no category of this file` });
      }
    }
  });

type Promises = Record<(typeof PRIORITIES)[number], typeof promise>;

/** The desk's settings with every default filled in. */
export type DeskSettings = z.output<typeof deskSettingsSchema>;
/** A team of the desk, and what it deals with. */
export type DeskTeam = DeskSettings['teams'][number];

const ALL_DAY = ['09:00-22:00'];

/** What holds where a shop's desk.yaml says nothing, as it would be written there. */
export const DEFAULT_DESK: z.input<typeof deskSettingsSchema> = {
  hours: {
    timeZone: 'Asia/Shanghai',
    week: {
      monday: ALL_DAY,
      tuesday: ALL_DAY,
      wednesday: ALL_DAY,
      thursday: ALL_DAY,
      friday: ALL_DAY,
      saturday: ALL_DAY,
      sunday: ALL_DAY,
    },
  },
  teams: [
    { code: 'presale', name: { zh: '售前', en: 'Pre-sale' }, topics: ['presale'] },
    { code: 'logistics', name: { zh: '物流', en: 'Logistics' }, topics: ['logistics'] },
    { code: 'aftersales', name: { zh: '售后', en: 'After-sales' }, topics: ['aftersales'] },
    { code: 'complaints', name: { zh: '投诉', en: 'Complaints' }, topics: ['complaints'] },
    { code: 'general', name: { zh: '综合', en: 'General' }, topics: ['general'] },
  ],
  sla: {
    urgent: { firstResponse: 3, resolution: 4 * 60 },
    high: { firstResponse: 5, resolution: 8 * 60 },
    normal: { firstResponse: 10, resolution: 24 * 60 },
    low: { firstResponse: 30, resolution: 48 * 60 },
  },
  offer: { seconds: 30 },
  agents: { maxLoad: 5, goneAfterSeconds: 45 },
  waiting: { tellAfterMinutes: [2, 5, 10], reopenWithinHours: 24 },
  outcomes: [
    { code: 'solved', name: { zh: '已解决', en: 'Solved' } },
    { code: 'refunded', name: { zh: '已退款', en: 'Refunded' } },
    { code: 'exchanged', name: { zh: '已换货', en: 'Exchanged' } },
    { code: 'compensated', name: { zh: '已补偿', en: 'Compensated' } },
    { code: 'follow_up', name: { zh: '待跟进', en: 'To be followed up' } },
    { code: 'no_answer', name: { zh: '顾客未回复', en: 'Customer did not answer' } },
    { code: 'spam', name: { zh: '无效会话', en: 'Not a customer' } },
  ],
  quickReplies: [],
};
