import type { RefObject } from 'preact';
import type { Texts } from '../texts.ts';
import { ChatIcon } from './icons.tsx';

interface LauncherProps {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly unread: number;
  readonly texts: Texts;
  readonly onOpen: () => void;
}

/** The button at the edge of the shop's page, with how much is unread. */
export function Launcher({ button, unread, texts, onOpen }: LauncherProps) {
  const label = unread > 0 ? texts.openUnread(unread) : texts.open;
  return (
    <button type="button" class="launcher" ref={button} aria-haspopup="dialog" aria-label={label} onClick={onOpen}>
      <ChatIcon />
      <span class="launcher-words">{texts.open}</span>
      {unread > 0 ? <span class="unread">{unread > 99 ? '99+' : unread}</span> : null}
    </button>
  );
}
