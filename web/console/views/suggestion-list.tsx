import { insertIntoField } from '../browser/run-command.ts';
import { fill } from '../texts/texts.ts';
import type { Suggestion, Ticket } from '../wire/desk.ts';
import { usePage } from './page-context.ts';
import { useTexts } from './texts-context.ts';

/** What the knowledge would answer, with its sources: to insert and edit, or to send as it is. */
export function SuggestionList({ ticket }: { readonly ticket: Ticket }) {
  const { suggestions } = usePage();
  const texts = useTexts().composer;
  const found = suggestions.value;
  if (!found || found.length === 0) return null;
  return (
    <details class="suggestions" open>
      <summary>
        {texts.suggestions} <span class="count">{found.length}</span>
      </summary>
      <ol>
        {found.map((suggestion, index) => (
          <SuggestionItem key={suggestion.text} suggestion={suggestion} ticket={ticket} number={index + 1} />
        ))}
      </ol>
    </details>
  );
}

function SuggestionItem({
  suggestion,
  ticket,
  number,
}: {
  readonly suggestion: Suggestion;
  readonly ticket: Ticket;
  readonly number: number;
}) {
  const page = usePage();
  const texts = useTexts().composer;
  const { text, citations } = suggestion;
  const titles = [...new Set(citations.map(({ title }) => title))].join('; ');
  return (
    <li>
      <kbd>{number}</kbd>
      <div class="suggestion-words">
        <p class="text" title={text}>
          {text}
        </p>
        {titles && <p class="source">{fill(texts.source, { titles })}</p>}
      </div>
      <button type="button" class="small" onClick={() => insertIntoField(page, text)}>
        {texts.insert}
      </button>
      <button type="button" class="small" onClick={() => page.write(ticket, 'reply', text)}>
        {texts.sendNow}
      </button>
    </li>
  );
}
