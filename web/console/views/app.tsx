import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { RefusedError } from '../client/desk-client.ts';
import type { Me } from '../wire/desk.ts';
import type { AppProps } from './app-props.ts';
import { DeskView } from './desk-view.tsx';
import { LoginView } from './login-view.tsx';

type Session =
  | { readonly kind: 'asking' }
  | { readonly kind: 'none'; readonly hasEnded: boolean }
  | { readonly kind: 'open'; readonly me: Me };

/** Logs in, or shows the desk. */
export function App(props: AppProps) {
  const session = useSignal<Session>({ kind: 'asking' });
  const { client, preferences } = props;
  useEffect(() => {
    const ask = (): Promise<void> =>
      client.readSession().then(
        (me) => {
          session.value = { kind: 'open', me };
        },
        (error) => {
          if (error instanceof RefusedError) session.value = { kind: 'none', hasEnded: false };
          // The server is away: a session may well be there when it is back.
          else setTimeout(ask, 2000);
        },
      );
    ask();
  }, []);

  const { value } = session;
  if (value.kind === 'asking') return <div class="asking" aria-busy="true" />;
  if (value.kind === 'none') {
    const onLogIn = (me: Me) => {
      // Whoever begins is there; whoever was only asked for the password again stays as they were.
      if (!value.hasEnded) preferences.available.value = true;
      session.value = { kind: 'open', me };
    };
    return <LoginView client={client} preferences={preferences} hasEnded={value.hasEnded} onLogIn={onLogIn} />;
  }
  const onEnd = (hasEnded: boolean) => {
    session.value = { kind: 'none', hasEnded };
  };
  return <DeskView key={value.me.id} me={value.me} onEnd={onEnd} {...props} />;
}
