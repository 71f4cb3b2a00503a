import { formatDuration } from '../state/format-duration.ts';
import { fill } from '../texts/texts.ts';
import { usePage } from './page-context.ts';
import { useLanguage, useTexts } from './texts-context.ts';

/** Says that the connection is lost, and when it is tried again; nothing while it is live. */
export function ConnectionBanner() {
  const { desk, now } = usePage();
  const texts = useTexts().connection;
  const language = useLanguage();
  const state = desk.connection.value;
  if (state.kind === 'live' || (state.kind === 'connecting' && !desk.isRead.value)) return null;
  if (state.kind !== 'lost') return <p class="banner">{texts.bannerConnecting}</p>;
  const time = formatDuration(Math.max(0, state.retryAt - now.value), language);
  return (
    <p class="banner">
      {fill(texts.banner, { time })}
      <button type="button" class="quiet" onClick={desk.reconnectNow}>
        {texts.now}
      </button>
    </p>
  );
}
