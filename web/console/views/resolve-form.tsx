import { useSignal } from '@preact/signals';
import type { Ticket } from '../wire/desk.ts';
import { DialogButtons, useSubmit } from './dialog-form.tsx';
import { usePage } from './page-context.ts';
import { useLanguage, useTexts } from './texts-context.ts';

/** Closes a ticket with an outcome; digits choose one. */
export function ResolveForm({ ticket }: { readonly ticket: Ticket }) {
  const { desk } = usePage();
  const texts = useTexts();
  const language = useLanguage();
  const outcomes = desk.state.value.desk?.outcomes ?? [];
  const chosen = useSignal(outcomes[0]?.code);
  const { onSubmit, isBusy } = useSubmit((page) =>
    page.actions.act(ticket, 'resolve', chosen.value ? { outcome: chosen.value } : undefined, texts.toasts.resolved),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const outcome = outcomes[Number(event.key) - 1];
    if (!outcome) return;
    event.preventDefault();
    chosen.value = outcome.code;
  };
  return (
    <form onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <fieldset class="choices">
        <legend>{texts.dialogs.outcome}</legend>
        {outcomes.map(({ code, name }, index) => (
          <label key={code}>
            <input
              type="radio"
              name="outcome"
              value={code}
              checked={chosen.value === code}
              autofocus={index === 0}
              onChange={() => {
                chosen.value = code;
              }}
            />
            {name[language]}
            {index < 9 && <kbd>{index + 1}</kbd>}
          </label>
        ))}
      </fieldset>
      <DialogButtons submit={texts.dialogs.resolveSubmit} isBusy={isBusy} />
    </form>
  );
}
