import type { Ticket } from '../wire/desk.ts';
import { useTexts } from './texts-context.ts';

/** What to know before the first word: open until there is one, then a line. */
export function BriefCard({ ticket }: { readonly ticket: Ticket }) {
  const texts = useTexts().brief;
  const { wants, orderNumbers, tried, mood } = ticket.brief;
  return (
    <details class="brief" open={ticket.answeredAt === undefined}>
      <summary>
        {texts.heading} <span class="brief-line">{wants}</span>
      </summary>
      <dl>
        {wants && <Row name={texts.wants} value={wants} />}
        {orderNumbers.length > 0 && <Row name={texts.orders} value={orderNumbers.join(', ')} />}
        <dt>{texts.tried}</dt>
        <dd>
          {tried.length === 0 ? (
            texts.nothing
          ) : (
            <ul>
              {tried.map((attempt, index) => (
                <li key={index}>{attempt}</li>
              ))}
            </ul>
          )}
        </dd>
        {mood && <Row name={texts.mood} value={mood} />}
      </dl>
    </details>
  );
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
