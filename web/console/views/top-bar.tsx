import { formatDay, formatTime } from '../state/format-time.ts';
import { fill } from '../texts/texts.ts';
import { LanguageButton } from './language-button.tsx';
import { usePage } from './page-context.ts';
import { SettingsMenu } from './settings-menu.tsx';
import { useLanguage, useTexts } from './texts-context.ts';

/** Name of the desk, state of the connection, whether one takes tickets, settings. */
export function TopBar({ onLogOut }: { readonly onLogOut: () => void }) {
  const page = usePage();
  const texts = useTexts();
  const isAvailable = page.preferences.available.value;
  return (
    <header class="top">
      <img src="./icon.svg" alt="" width="28" height="28" />
      <h1>{texts.title}</h1>
      <Connection />
      <OpeningHours />
      <span class="gap" />
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={isAvailable}
        title={texts.top.availableHint}
        onClick={() => page.setAvailable(!isAvailable)}
      >
        <span class="switch-knob" aria-hidden="true" />
        {isAvailable ? texts.top.available : texts.top.unavailable}
      </button>
      <LanguageButton preferences={page.preferences} />
      <SettingsMenu onLogOut={onLogOut} />
    </header>
  );
}

function Connection() {
  const { kind } = usePage().desk.connection.value;
  const texts = useTexts().connection;
  const state = kind === 'refused' ? 'lost' : kind;
  return (
    <span class={`connection ${state}`} role="status">
      <span class="dot" aria-hidden="true" />
      {texts[state]}
    </span>
  );
}

function OpeningHours() {
  const { desk, now } = usePage();
  const texts = useTexts().top;
  const language = useLanguage();
  const settings = desk.state.value.desk;
  if (!settings || settings.open) return null;
  const { opensAt } = settings;
  if (!opensAt) return <span class="closed">{texts.closed}</span>;
  const isToday = new Date(opensAt).toDateString() === new Date(now.peek()).toDateString();
  const time = `${isToday ? '' : `${formatDay(opensAt, language)} `}${formatTime(opensAt, language)}`;
  return <span class="closed">{fill(texts.closedUntil, { time })}</span>;
}
