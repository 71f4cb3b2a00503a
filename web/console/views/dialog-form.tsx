import { useSignal } from '@preact/signals';
import type { DeskPage } from '../browser/desk-page.ts';
import { usePage } from './page-context.ts';
import { useTexts } from './texts-context.ts';

/** The buttons below a form of a dialog. */
export function DialogButtons({
  submit,
  isBusy = false,
  autofocus = false,
}: {
  readonly submit: string;
  readonly isBusy?: boolean;
  /** The submit button gets the focus. */
  readonly autofocus?: boolean;
}) {
  const { dialog } = usePage();
  const { cancel } = useTexts().dialogs;
  return (
    <footer>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          dialog.value = undefined;
        }}
      >
        {cancel}
      </button>
      <button type="submit" class="primary" disabled={isBusy} autofocus={autofocus}>
        {submit}
      </button>
    </footer>
  );
}

/** Does it and closes the dialog, once however often the button is pressed. */
export function useSubmit(run: (page: DeskPage) => Promise<unknown>) {
  const page = usePage();
  const isBusy = useSignal(false);
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (isBusy.value) return;
    isBusy.value = true;
    await run(page);
    isBusy.value = false;
    page.dialog.value = undefined;
  };
  return { onSubmit, isBusy: isBusy.value };
}
