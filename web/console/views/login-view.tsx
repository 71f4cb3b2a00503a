import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Preferences } from '../browser/preferences.ts';
import { type DeskClient, RefusedError } from '../client/desk-client.ts';
import type { Texts } from '../texts/texts.ts';
import type { Me } from '../wire/desk.ts';
import { LanguageButton } from './language-button.tsx';
import { useTexts } from './texts-context.ts';

/** Where an agent logs in. */
export function LoginView({
  client,
  preferences,
  hasEnded,
  onLogIn,
}: {
  readonly client: DeskClient;
  readonly preferences: Preferences;
  /** A session was open until just now. */
  readonly hasEnded: boolean;
  readonly onLogIn: (me: Me) => void;
}) {
  const texts = useTexts();
  const problem = useSignal<keyof Texts['login'] | undefined>(undefined);
  const isBusy = useSignal(false);
  const isShown = useSignal(false);
  const name = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => name.current?.focus(), []);

  const show = () => {
    isShown.value = !isShown.value;
    if (password.current) password.current.type = isShown.value ? 'text' : 'password';
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (isBusy.value) return;
    isBusy.value = true;
    problem.value = undefined;
    try {
      onLogIn(await client.logIn(name.current?.value.trim() ?? '', password.current?.value ?? ''));
    } catch (error) {
      problem.value = problemOf(error);
      password.current?.select();
    } finally {
      isBusy.value = false;
    }
  };

  return (
    <main class="login">
      <form class="login-card" onSubmit={submit}>
        <header>
          <img src="./icon.svg" alt="" width="44" height="44" />
          <h1>{texts.login.heading}</h1>
          <LanguageButton preferences={preferences} />
        </header>
        {hasEnded && <p class="login-notice">{texts.login.ended}</p>}
        <label>
          {texts.login.name}
          <input ref={name} name="username" autocomplete="username" autocapitalize="none" required maxLength={64} />
        </label>
        <label>
          {texts.login.password}
          <input
            ref={password}
            name="password"
            type="password"
            autocomplete="current-password"
            required
            maxLength={256}
          />
        </label>
        <label class="check">
          <input type="checkbox" checked={isShown.value} onChange={show} />
          {texts.login.showPassword}
        </label>
        <p class="problem" role="alert">
          {problem.value && (texts.login[problem.value] as string)}
        </p>
        <button type="submit" class="primary" aria-disabled={isBusy.value}>
          {isBusy.value ? texts.login.submitting : texts.login.submit}
        </button>
        <p class="hint">{texts.login.hint}</p>
      </form>
    </main>
  );
}

function problemOf(error: unknown): keyof Texts['login'] {
  if (error instanceof RefusedError) return 'wrong';
  return (error as { status?: number }).status === 429 ? 'tooMany' : 'failed';
}
