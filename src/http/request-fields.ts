import { z } from 'zod';

/** The longest message of a customer or agent, in characters (code points). */
export const TEXT_LIMIT = 4000;

const IDENTIFIER = /^[A-Za-z0-9._:~@-]{1,128}$/;
// Tab, line feed and carriage return are text; every other control character is an accident or an attack.
const CONTROL = /[^\P{Cc}\t\n\r]/u;
const LINE_BREAK = /[\n\r]/;
const LONE_SURROGATE = /\p{Cs}/u;
const VISIBLE = /[^\s\p{Cf}]/u;

/** An id that a client chooses: 1 to 128 letters, digits and `. _ : ~ @ -`. */
export const identifier = z.string().regex(IDENTIFIER, 'must be 1 to 128 letters, digits or any of . _ : ~ @ -');

/** Text of several lines with something visible in it. */
export function textField(limit: number) {
  return z
    .string()
    .refine((text) => [...text].length <= limit, `must have at most ${limit} characters`)
    .refine((text) => !CONTROL.test(text), 'must not contain control characters other than tabs and line breaks')
    .refine((text) => !LONE_SURROGATE.test(text), 'must not contain half a character (a lone surrogate)')
    .refine((text) => VISIBLE.test(text), 'must not be empty')
    .meta({ minLength: 1, maxLength: limit });
}

/** The same on one line. */
export function lineField(limit: number) {
  return textField(limit).refine((text) => !LINE_BREAK.test(text), 'must be one line');
}

/** The path of everything below one conversation. */
export const conversationPath = z.strictObject({
  id: identifier.describe('The conversation. Whoever knows it can read it, so make it unguessable: a UUID.'),
});

/** The path of everything below one hand-off. */
export const handoffPath = z.strictObject({ id: identifier.describe('The hand-off.') });
