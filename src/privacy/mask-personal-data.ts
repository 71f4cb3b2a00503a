import { foldText } from '../text/fold-text.ts';
import { OWN_NUMBER, PERSONAL_DATA } from './personal-data.ts';

interface Span {
  readonly start: number;
  readonly end: number;
  /** Undefined for what must stay as it is. */
  readonly mask?: string;
}

/**
 * Hides phones, e-mail addresses, WeChat and QQ ids, identity and passport numbers, bank cards and street addresses in a
 * text. Of a mobile number the first three and the last four digits stay, of other phones and of cards the last four, of
 * everything else nothing. Order and tracking numbers, amounts, sizes and dates stay. Masking again changes nothing.
 *
 * It is a net and not a wall: names, and what people write in riddles, pass.
 */
export function maskPersonalData(text: string): string {
  const folded = foldText(text);
  const spans: Span[] = spansOf(folded, OWN_NUMBER);
  for (const { pattern, mask } of PERSONAL_DATA) {
    for (const { start, end } of spansOf(folded, pattern)) {
      if (spans.some((taken) => start < taken.end && taken.start < end)) continue;
      const masked = mask(folded.slice(start, end));
      if (masked !== undefined) spans.push({ start, end, mask: masked });
    }
  }
  return replace(text, spans);
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [start, end] = match.indices?.groups?.span ?? match.indices?.[0] ?? [0, 0];
    return { start, end };
  });
}

function replace(text: string, spans: readonly Span[]): string {
  let masked = '';
  let position = 0;
  for (const { start, end, mask } of [...spans].sort((a, b) => a.start - b.start)) {
    if (mask === undefined) continue;
    masked += text.slice(position, start) + mask;
    position = end;
  }
  return masked + text.slice(position);
}
