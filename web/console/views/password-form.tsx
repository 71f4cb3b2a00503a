import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { RefusedError } from '../client/desk-client.ts';
import { DialogButtons } from './dialog-form.tsx';
import { usePage } from './page-context.ts';
import { useTexts } from './texts-context.ts';

/** Changes the agent's own password. */
export function PasswordForm() {
  const page = usePage();
  const { dialogs, toasts } = useTexts();
  const problem = useSignal('');
  const isBusy = useSignal(false);
  const present = useRef<HTMLInputElement>(null);
  const next = useRef<HTMLInputElement>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (isBusy.value) return;
    isBusy.value = true;
    try {
      await page.client.changePassword(present.current?.value ?? '', next.current?.value ?? '');
      page.dialog.value = undefined;
      page.toasts.say(toasts.passwordChanged);
    } catch (error) {
      const status = error instanceof RefusedError ? error.status : 0;
      problem.value = status === 403 ? dialogs.passwordWrong : status === 400 ? dialogs.passwordWeak : toasts.failed;
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <form onSubmit={submit}>
      <input type="hidden" name="username" autocomplete="username" value={page.me.name} />
      <label class="stacked">
        {dialogs.passwordNow}
        <input ref={present} type="password" autocomplete="current-password" required maxLength={256} autofocus />
      </label>
      <label class="stacked">
        {dialogs.passwordNew}
        <input ref={next} type="password" autocomplete="new-password" required minLength={10} maxLength={200} />
      </label>
      <p class="problem" role="alert">
        {problem}
      </p>
      <DialogButtons submit={dialogs.passwordSubmit} isBusy={isBusy.value} />
    </form>
  );
}
