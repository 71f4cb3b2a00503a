import { useEffect, useState } from 'preact/hooks';
import { openDeskPage } from '../browser/desk-page.ts';
import { listenToKeys } from '../browser/run-command.ts';
import type { Me } from '../wire/desk.ts';
import type { AppProps } from './app-props.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { ConversationView } from './conversation-view.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { Dialogs } from './dialogs.tsx';
import { PageContext } from './page-context.ts';
import { QueueView } from './queue-view.tsx';
import { useTexts } from './texts-context.ts';
import { ToastStack } from './toast-stack.tsx';
import { TopBar } from './top-bar.tsx';

/** The desk of the agent who is logged in: queue, conversation, customer. */
export function DeskView({
  me,
  onEnd,
  client,
  preferences,
  router,
  storage,
}: AppProps & { readonly me: Me; readonly onEnd: (hasEnded: boolean) => void }) {
  const onSessionEnded = () => onEnd(true);
  const [page] = useState(() => openDeskPage({ me, client, preferences, router, storage, onSessionEnded }));
  useEffect(() => {
    const stopKeys = listenToKeys(page);
    return () => {
      stopKeys();
      page.stop();
    };
  }, [page]);

  const logOut = async () => {
    // Whether or not the server hears of it, the page forgets the desk.
    await client.setAvailable(false).catch(() => {});
    await client.logOut().catch(() => {});
    onEnd(false);
  };
  const connection = page.desk.connection.value;
  if (connection.kind === 'refused' && connection.status === 403) return <Forbidden onLogOut={logOut} />;
  return (
    <PageContext.Provider value={page}>
      <div class="desk" data-view={router.route.value.view}>
        <TopBar onLogOut={logOut} />
        <ConnectionBanner />
        <main class="panes">
          <QueueView />
          <ConversationView />
          <CustomerPanel />
        </main>
        <Dialogs />
        <ToastStack />
        <p class="only-read-aloud" role="status">
          {page.announcement}
        </p>
      </div>
    </PageContext.Provider>
  );
}

/** For who is logged in and may not work at the desk. */
function Forbidden({ onLogOut }: { readonly onLogOut: () => void }) {
  const { top } = useTexts();
  return (
    <main class="login">
      <div class="login-card">
        <p role="alert">{top.forbidden}</p>
        <button type="button" class="primary" onClick={onLogOut}>
          {top.logOut}
        </button>
      </div>
    </main>
  );
}
