import { useRef } from 'preact/hooks';
import { TABS, type Tab } from '../state/queue-view.ts';
import { usePage } from './page-context.ts';
import { QueueItem } from './queue-item.tsx';
import { useLanguage, useTexts } from './texts-context.ts';

/** The tickets: tabs, team filter, list. */
export function QueueView() {
  const { tab, tabs, desk } = usePage();
  const texts = useTexts().queue;
  const list = tabs.value[tab.value];
  return (
    <section class="queue" aria-label={texts.label}>
      <Tabs />
      <TeamFilter />
      <div class="queue-list" role="tabpanel" id="queue-panel" aria-labelledby={`tab-${tab.value}`}>
        {list.length === 0 ? (
          <p class="empty">{desk.isRead.value ? texts.empty[tab.value] : texts.loading}</p>
        ) : (
          <ul>
            {list.map((ticket) => (
              <QueueItem key={ticket.id} ticket={ticket} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Tabs() {
  const { tab, tabs } = usePage();
  const texts = useTexts().queue;
  const root = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab.value) + step + TABS.length) % TABS.length];
    tab.value = next;
    root.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={texts.label} ref={root} onKeyDown={move}>
      {TABS.map((name: Tab) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-controls="queue-panel"
          aria-selected={tab.value === name}
          tabIndex={tab.value === name ? 0 : -1}
          class={`tab ${name === 'offered' && tabs.value.offered.length > 0 ? 'calls' : ''}`}
          onClick={() => {
            tab.value = name;
          }}
        >
          {texts.tabs[name]}
          {name !== 'closed' && tabs.value[name].length > 0 && <span class="count">{tabs.value[name].length}</span>}
        </button>
      ))}
    </div>
  );
}

function TeamFilter() {
  const { preferences, desk } = usePage();
  const texts = useTexts().queue;
  const language = useLanguage();
  const teams = desk.state.value.desk?.teams ?? [];
  if (teams.length < 2) return null;
  return (
    <label class="filter">
      <span>{texts.team}</span>
      <select
        value={preferences.team.value}
        onChange={(event) => {
          preferences.team.value = event.currentTarget.value;
        }}
      >
        <option value="">{texts.allTeams}</option>
        {teams.map(({ code, name }) => (
          <option key={code} value={code}>
            {name[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
