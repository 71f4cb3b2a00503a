import { askField } from '../browser/run-command.ts';
import type { OutgoingLine } from '../state/outbox.ts';
import { fill } from '../texts/texts.ts';
import { usePage } from './page-context.ts';
import { useTexts } from './texts-context.ts';

/** Lines on their way, and what became of them. */
export function OutgoingLines({ lines }: { readonly lines: readonly OutgoingLine[] }) {
  return (
    <>
      {lines.map((line) => (
        <div key={line.messageId} class={`line line-${line.kind === 'note' ? 'note' : 'agent'} outgoing ${line.state}`}>
          <p class="words">{line.text}</p>
          <State line={line} />
        </div>
      ))}
    </>
  );
}

function State({ line }: { readonly line: OutgoingLine }) {
  const page = usePage();
  const { outbox } = page;
  const texts = useTexts().outgoing;
  const edit = () => {
    outbox.drop(line.messageId);
    askField(page, { mode: line.kind, replace: line.text });
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
