import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { fill } from '../texts/texts.ts';
import type { Ticket } from '../wire/desk.ts';
import { DialogButtons, useSubmit } from './dialog-form.tsx';
import { usePage } from './page-context.ts';
import { useLanguage, useTexts } from './texts-context.ts';

function presence({ online, available }: { readonly online: boolean; readonly available: boolean }): number {
  return Number(online) * 2 + Number(available);
}

/** Gives a ticket to another team or to a colleague, with a word on it. */
export function TransferForm({ ticket }: { readonly ticket: Ticket }) {
  const { desk, me } = usePage();
  const texts = useTexts();
  const language = useLanguage();
  const settings = desk.state.value.desk;
  const teams = (settings?.teams ?? []).filter(({ code }) => code !== ticket.team);
  const agents = (settings?.agents ?? [])
    .filter(({ id }) => id !== me.id)
    .sort((one, other) => presence(other) - presence(one) || one.load - other.load);
  const chosen = useSignal<{ team?: string; toAgentId?: string } | undefined>(undefined);
  const note = useRef<HTMLTextAreaElement>(null);
  const { onSubmit, isBusy } = useSubmit(async (page) => {
    const words = note.current?.value.trim();
    const body = { ...chosen.value, ...(words ? { note: words } : {}) };
    await page.actions.act(ticket, 'transfer', body, texts.toasts.transferred);
  });
  const first = teams[0]?.code;
  const choice = (
    value: { team?: string; toAgentId?: string },
    name: string,
    { isAway = false, disabled = false, hint }: { isAway?: boolean; disabled?: boolean; hint?: string } = {},
  ) => (
    <label key={value.team ?? value.toAgentId} class={isAway ? 'away' : ''}>
      <input
        type="radio"
        name="to"
        required
        disabled={disabled}
        autofocus={value.team === first}
        onChange={() => {
          chosen.value = value;
        }}
      />
      {name}
      {hint && <span class="hint">{hint}</span>}
    </label>
  );
  /** Who pauses is passed a conversation all the same; who is gone would not see it. */
  const presenceOf = ({ available, online, load }: (typeof agents)[number]) => {
    if (!online) return { isAway: true, disabled: true, hint: texts.dialogs.offline };
    if (!available) return { isAway: true, hint: texts.dialogs.paused };
    return { hint: fill(texts.dialogs.load, { n: load }) };
  };
  return (
    <form onSubmit={onSubmit}>
      <div class="columns">
        <fieldset class="choices">
          <legend>{texts.dialogs.toTeam}</legend>
          {teams.map(({ code, name }) => choice({ team: code }, name[language]))}
        </fieldset>
        <fieldset class="choices">
          <legend>{texts.dialogs.toAgent}</legend>
          {agents.length === 0 && <p class="hint">{texts.dialogs.nobody}</p>}
          {agents.map((agent) => choice({ toAgentId: agent.id }, agent.name, presenceOf(agent)))}
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
