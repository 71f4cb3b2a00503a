import { z } from 'zod';
import { type Language, NEEDS } from '../domain/understanding.ts';

/** How the engine treats an intent once it is recognised. */
const INTENT_ROUTES = ['answer', 'lookup', 'smalltalk', 'escalate'] as const;

/** Why an intent may call a person: what one message by itself can show. Other reasons arise from a conversation. */
export const INTENT_REASONS = NEEDS;

/** Front matter of an intent file. */
export const intentHeaderSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be lower-case letters, digits and underscores'),
    group: z.string().min(1),
    description: z.string().min(1),
    route: z.enum(INTENT_ROUTES).default('answer'),
    /** Why a person is called; goes with `route: escalate`. */
    reason: z.enum(INTENT_REASONS).optional(),
  })
  .superRefine(({ route, reason }, context) => {
    // The policy calls a person for a reason; without one this intent would call nobody.
    if (route !== 'escalate' || reason !== undefined) return;
    const message = `escalate needs a reason: ${INTENT_REASONS.join(', ')}`;
    context.addIssue({ code: 'custom', path: ['route'], message });
  });

/** One thing customers want, with the ways they say it. */
export interface Intent extends z.infer<typeof intentHeaderSchema> {
  /** Example messages by language. */
  readonly examples: Readonly<Record<Language, readonly string[]>>;
  /** The file it was read from. */
  readonly file: string;
  /** Hash of the file's text. */
  readonly version: string;
}
