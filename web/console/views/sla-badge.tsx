import { formatDuration } from '../state/format-duration.ts';
import { slaClock } from '../state/sla-clock.ts';
import { fill } from '../texts/texts.ts';
import type { Ticket } from '../wire/desk.ts';
import { usePage } from './page-context.ts';
import { useLanguage, useTexts } from './texts-context.ts';

/** What is promised next, in colour and in words; ticks by itself. */
export function SlaBadge({ ticket }: { readonly ticket: Ticket }) {
  const { now } = usePage();
  const { sla } = useTexts();
  const language = useLanguage();
  const clock = slaClock(ticket, now.value);
  if (!clock) return null;
  const time = formatDuration(clock.left, language);
  return <span class={`sla ${clock.state}`}>{fill(sla[clock.promise][clock.state], { time })}</span>;
}
