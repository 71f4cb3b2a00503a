import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { fill } from '../texts/texts.ts';
import type { Ticket } from '../wire/desk.ts';
import { DialogButtons, useSubmit } from './dialog-form.tsx';
import { usePage } from './page-context.ts';
import { useLanguage, useTexts } from './texts-context.ts';

/** Gives a ticket to another team or to a colleague, with a word on it. */
export function TransferForm({ ticket }: { readonly ticket: Ticket }) {
  const { desk, me } = usePage();
  const texts = useTexts();
  const language = useLanguage();
  const settings = desk.state.value.desk;
  const teams = (settings?.teams ?? []).filter(({ code }) => code !== ticket.team);
  const agents = (settings?.agents ?? [])
    .filter(({ id }) => id !== me.id)
    .sort((one, other) => Number(other.available) - Number(one.available) || one.load - other.load);
  const chosen = useSignal<{ team?: string; toAgentId?: string } | undefined>(undefined);
  const note = useRef<HTMLTextAreaElement>(null);
  const { onSubmit, isBusy } = useSubmit(async (page) => {
    const words = note.current?.value.trim();
    const body = { ...chosen.value, ...(words ? { note: words } : {}) };
    await page.actions.act(ticket, 'transfer', body, texts.toasts.transferred);
  });
  const first = teams[0]?.code;
  const choice = (value: { team?: string; toAgentId?: string }, name: string, isAway: boolean, hint?: string) => (
    <label key={value.team ?? value.toAgentId} class={isAway ? 'away' : ''}>
      <input
        type="radio"
        name="to"
        required
        autofocus={value.team === first}
        onChange={() => {
          chosen.value = value;
        }}
      />
      {name}
      {hint && <span class="hint">{hint}</span>}
    </label>
  );
  return (
    <form onSubmit={onSubmit}>
      <div class="columns">
        <fieldset class="choices">
          <legend>{texts.dialogs.toTeam}</legend>
          {teams.map(({ code, name }) => choice({ team: code }, name[language], false))}
        </fieldset>
        <fieldset class="choices">
          <legend>{texts.dialogs.toAgent}</legend>
          {agents.length === 0 && <p class="hint">{texts.dialogs.nobody}</p>}
          {agents.map(({ id, name, available, load }) =>
            choice(
              { toAgentId: id },
              name,
              !available,
              available ? fill(texts.dialogs.load, { n: load }) : texts.dialogs.unavailable,
            ),
          )}
        </fieldset>
      </div>
      <label class="stacked">
        {texts.dialogs.transferNote}
        <textarea ref={note} rows={3} maxLength={2000} />
      </label>
      <DialogButtons submit={texts.dialogs.transferSubmit} isBusy={isBusy} />
    </form>
  );
}
