import { usePage } from './page-context.ts';
import { useTexts } from './texts-context.ts';

/** Short words on what has just happened, read aloud as they come. */
export function ToastStack() {
  const { toasts } = usePage();
  const { dialogs } = useTexts();
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.shown.value.map(({ id, text, isBad }) => (
        <p key={id} class={isBad ? 'toast bad' : 'toast'}>
          {text}
          <button type="button" class="icon-button" aria-label={dialogs.close} onClick={() => toasts.dismiss(id)}>
            ×
          </button>
        </p>
      ))}
    </div>
  );
}
