import type { OutgoingLine } from '../state/outbox.ts';
import { fill } from '../texts/texts.ts';
import type { Ticket } from '../wire/desk.ts';
import { usePage } from './page-context.ts';
import { useTexts } from './texts-context.ts';

/** Lines on their way, and what became of them. */
export function OutgoingLines({ lines, ticket }: { readonly lines: readonly OutgoingLine[]; readonly ticket: Ticket }) {
  return (
    <>
      {lines.map((line) => (
        <div key={line.messageId} class={`line line-${line.kind === 'note' ? 'note' : 'agent'} outgoing ${line.state}`}>
          <p class="words">{line.text}</p>
          <State line={line} ticket={ticket} />
        </div>
      ))}
    </>
  );
}

function State({ line, ticket }: { readonly line: OutgoingLine; readonly ticket: Ticket }) {
  const { outbox, drafts, mode, field } = usePage();
  const texts = useTexts().outgoing;
  const edit = () => {
    outbox.drop(line.messageId);
    mode.value = line.kind;
    drafts.keep(ticket.conversationId, { ...drafts.read(ticket.conversationId), [line.kind]: line.text });
    requestAnimationFrame(() => {
      if (!field.current) return;
      field.current.value = line.text;
      field.current.dispatchEvent(new Event('input', { bubbles: true }));
      field.current.focus();
    });
  };
  return (
    <p class="send-state" role={line.state === 'failed' || line.state === 'refused' ? 'alert' : undefined}>
      {fill(texts[line.state], { why: line.why ?? '' })}
      {line.state === 'failed' && (
        <button type="button" class="small" onClick={() => outbox.retry(line.messageId)}>
          {texts.retry}
        </button>
      )}
      {(line.state === 'failed' || line.state === 'refused') && (
        <>
          <button type="button" class="small" onClick={edit}>
            {texts.edit}
          </button>
          <button type="button" class="small" onClick={() => outbox.drop(line.messageId)}>
            {texts.drop}
          </button>
        </>
      )}
    </p>
  );
}
