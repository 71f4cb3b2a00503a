import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { playChime } from '../browser/play-chime.ts';
import { THEMES } from '../browser/preferences.ts';
import { usePage } from './page-context.ts';
import { useTexts } from './texts-context.ts';

/** The agent's name; below it sound, notifications, appearance, shortcuts and the way out. */
export function SettingsMenu({ onLogOut }: { readonly onLogOut: () => void }) {
  const page = usePage();
  const texts = useTexts();
  const isOpen = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = (isByKey: boolean) => {
    isOpen.value = false;
    if (isByKey) button.current?.focus();
  };
  useEffect(() => {
    const onPointer = (event: Event) => {
      if (isOpen.value && !root.current?.contains(event.target as Node)) close(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen.value) return;
    event.preventDefault();
    close(true);
  };
  const show = (dialog: 'shortcuts' | 'password') => {
    close(false);
    page.dialog.value = dialog;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu wherever the focus is in it
    <div class="menu" ref={root} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class="quiet me"
        aria-expanded={isOpen.value}
        aria-label={`${page.me.name}, ${texts.top.menu}`}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <span class="avatar" aria-hidden="true">
          {[...page.me.name][0]?.toUpperCase()}
        </span>
        <span class="me-name">{page.me.name}</span>
      </button>
      {isOpen.value && (
        <div class="menu-sheet">
          <Choices />
          <button type="button" class="menu-item" onClick={() => show('shortcuts')}>
            {texts.top.shortcuts} <kbd>?</kbd>
          </button>
          <button type="button" class="menu-item" onClick={() => show('password')}>
            {texts.top.password}
          </button>
          <button type="button" class="menu-item" onClick={onLogOut}>
            {texts.top.logOut}
          </button>
        </div>
      )}
    </div>
  );
}

function Choices() {
  const { preferences, toasts } = usePage();
  const { top } = useTexts();
  const setSound = () => {
    preferences.sound.value = !preferences.sound.value;
    if (preferences.sound.value) playChime();
  };
  const setNotifications = async () => {
    const isWanted = !preferences.notifications.value;
    const isAllowed = 'Notification' in window && (!isWanted || (await Notification.requestPermission()) === 'granted');
    preferences.notifications.value = isWanted && isAllowed;
    if (isWanted && !isAllowed) toasts.say(top.notificationsDenied, true);
  };
  return (
    <>
      <label class="check">
        <input type="checkbox" checked={preferences.sound.value} onChange={setSound} />
        {top.sound}
      </label>
      <label class="check">
        <input type="checkbox" checked={preferences.notifications.value} onChange={setNotifications} />
        {top.notifications}
      </label>
      <fieldset class="themes">
        <legend>{top.theme}</legend>
        {THEMES.map((theme) => (
          <label key={theme}>
            <input
              type="radio"
              name="theme"
              checked={preferences.theme.value === theme}
              onChange={() => {
                preferences.theme.value = theme;
              }}
            />
            {top.themes[theme]}
          </label>
        ))}
      </fieldset>
    </>
  );
}
