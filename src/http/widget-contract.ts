import { z } from 'zod';

/** What a chat window asks for when it opens. */
export const widgetQuery = z.strictObject({
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}$/, 'must be a language tag such as zh-CN')
    .default('zh-CN')
    .describe('BCP 47; Chinese and English are spoken, and everything else is answered in English.'),
});

/** What has been typed so far. */
export const widgetSearchQuery = widgetQuery.extend({
  q: z.string().max(200, 'must have at most 200 characters').describe('What has been typed so far.'),
});

/** What the window shows before anything is said. */
export const widgetAnswer = z
  .object({
    shop: z.object({ name: z.string() }),
    greeting: z.string(),
    colours: z.object({ accent: z.string().optional() }).optional().describe("The shop's colours, `#rrggbb`."),
    open: z.boolean().describe('Whether people are at the desk at this hour.'),
    opensAt: z.number().optional().describe('When they are there again, epoch milliseconds.'),
    categories: z
      .array(z.object({ name: z.string(), questions: z.array(z.string()).readonly() }))
      .readonly()
      .describe('Questions for a tap: send one as a message.'),
  })
  .meta({ id: 'Widget' });

/** Articles whose title answers to what was typed. */
export const widgetSearchAnswer = z
  .object({
    articles: z.array(z.object({ article: z.string(), title: z.string() })).describe('Best first, six at most.'),
  })
  .meta({ id: 'WidgetSearch' });
