import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { TicketAction } from '../client/desk-client.ts';
import type { Ticket } from '../wire/desk.ts';
import { DialogButtons, useSubmit } from './dialog-form.tsx';
import { usePage } from './page-context.ts';
import { PasswordForm } from './password-form.tsx';
import { ResolveForm } from './resolve-form.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useTexts } from './texts-context.ts';
import { TransferForm } from './transfer-form.tsx';

/** The dialog that is open, if any. The browser keeps the focus inside and gives it back afterwards. */
export function Dialogs() {
  const { dialog, selected } = usePage();
  const texts = useTexts();
  const ticket = selected.value;
  const name = dialog.value;
  if (name === 'shortcuts') {
    return (
      <Modal title={texts.dialogs.shortcutsHeading}>
        <ShortcutSheet />
      </Modal>
    );
  }
  if (name === 'password') {
    return (
      <Modal title={texts.dialogs.passwordHeading}>
        <PasswordForm />
      </Modal>
    );
  }
  if (!name || !ticket) return null;
  const { dialogs } = texts;
  switch (name) {
    case 'transfer':
      return (
        <Modal title={dialogs.transferHeading}>
          <TransferForm ticket={ticket} />
        </Modal>
      );
    case 'resolve':
      return (
        <Modal title={dialogs.resolveHeading}>
          <ResolveForm ticket={ticket} />
        </Modal>
      );
    case 'giveBack':
      return (
        <Modal title={dialogs.giveBackHeading}>
          <Confirm ticket={ticket} action="return" text={dialogs.giveBackText} submit={dialogs.giveBackSubmit} />
        </Modal>
      );
    case 'release':
      return (
        <Modal title={dialogs.releaseHeading}>
          <Confirm ticket={ticket} action="release" text={dialogs.releaseText} submit={dialogs.releaseSubmit} />
        </Modal>
      );
  }
}

function Modal({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const { dialog } = usePage();
  const texts = useTexts().dialogs;
  const root = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    root.current?.showModal();
    return () => root.current?.close();
  }, []);
  const close = () => {
    dialog.value = undefined;
  };
  return (
    <dialog ref={root} aria-labelledby="dialog-title" onClose={close}>
      <header>
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="icon-button" aria-label={texts.close} onClick={close}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  );
}

function Confirm(props: {
  readonly ticket: Ticket;
  readonly action: Extract<TicketAction, 'return' | 'release'>;
  readonly text: string;
  readonly submit: string;
}) {
  const { toasts } = useTexts();
  const done = props.action === 'return' ? toasts.givenBack : toasts.released;
  const { onSubmit, isBusy } = useSubmit((page) => page.actions.act(props.ticket, props.action, undefined, done));
  return (
    <form onSubmit={onSubmit}>
      <p>{props.text}</p>
      <DialogButtons submit={props.submit} isBusy={isBusy} autofocus />
    </form>
  );
}
