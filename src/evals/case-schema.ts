import { z } from 'zod';
import { ACTIONS, REASONS } from '../domain/decision.ts';

const asList = (value: unknown) => (Array.isArray(value) ? value : [value]);

/** A value or a list of them in YAML; always a list of at least one after parsing. */
const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? undefined : asList(value)), z.array(item).min(1));

const text = z.string().trim().min(1, 'must not be empty');
const textList = z.preprocess((value) => (value === undefined || value === null ? [] : asList(value)), z.array(text));

// A misspelt key here would quietly drop a check, so unknown keys are refused.
const expectationSchema = z
  .strictObject({
    action: oneOrMore(z.enum(ACTIONS)),
    article: textList,
    contains_any: textList,
    not_contains: textList,
    reason: oneOrMore(z.enum(REASONS)).optional(),
    intent: text.optional(),
  })
  .superRefine((expect, context) => {
    const allows = (...actions: string[]) => expect.action.some((action) => actions.includes(action));
    if (expect.reason && !allows('escalate'))
      context.addIssue({ code: 'custom', path: ['reason'], message: 'needs escalate among the actions' });
    if (expect.article.length > 0 && !allows('answer', 'lookup'))
      context.addIssue({ code: 'custom', path: ['article'], message: 'needs answer or lookup among the actions' });
  });

/** One conversation case as a writer writes it. Keys of a case or a turn that are not listed (such as a note) are ignored. */
export const conversationCaseSchema = z.object({
  id: text,
  lang: z.enum(['zh', 'en']),
  kind: text,
  resolvable: z.boolean(),
  turns: z
    .array(
      z.object({
        customer: oneOrMore(z.string().refine((s) => s.trim() !== '', 'must not be empty')),
        expect: expectationSchema,
      }),
    )
    .min(1),
});

/**
 * What one turn should do. `action` lists every acceptable action; `article` any one of which must be cited;
 * `contains_any` any one of which must stand in the reply; `not_contains` none of which may;
 * `reason` any one of which is right for an escalation; `intent` the best intent, for the confusion table only.
 */
export type Expectation = z.infer<typeof expectationSchema>;

/** A conversation with what the front desk should do at each turn. */
export type ConversationCase = z.infer<typeof conversationCaseSchema>;
