import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../shared/language.ts';
import type { DeskClient, WidgetInfo } from '../shared/session/desk-client.ts';
import type { OpenSession } from '../shared/session/open-session.ts';
import { useSession } from '../shared/session/use-session.ts';
import type { Draft } from './parts/draft.ts';
import { Launcher } from './parts/launcher.tsx';
import { Panel } from './parts/panel.tsx';
import type { ScriptSettings } from './script-settings.ts';
import { TEXTS } from './texts.ts';

interface AppProps extends OpenSession {
  readonly settings: ScriptSettings;
  /** Calls back when the page asks for the window, with words for its field. */
  readonly onAsked: (listener: (draft: string, asker: HTMLElement) => void) => () => void;
  /** Shows the shop's colour and language outside of what is drawn here. */
  readonly onLook: (look: { readonly language: Language; readonly accent?: string; readonly isOpen: boolean }) => void;
}

/** The whole widget: the button, and the window while it is open. */
export function App({ settings, client, session, subscribe, onAsked, onLook }: AppProps) {
  const [isOpen, setOpen] = useState(settings.isOpen);
  const draft = useRef<Draft>({ text: '' });
  const [timesAsked, setTimesAsked] = useState(0);
  const [language, setLanguage] = useState(settings.language);
  const { view, isOnline } = useSession(session, subscribe, isOpen);
  const info = useInfo(client, language, isOpen);
  const launcher = useRef<HTMLButtonElement>(null);
  const openedFrom = useRef<HTMLElement | null>(null);
  const texts = TEXTS[language];

  useEffect(
    () =>
      onAsked((words, asker) => {
        openedFrom.current = asker;
        draft.current.text = withWords(draft.current.text, words);
        setTimesAsked((times) => times + 1);
        setOpen(true);
      }),
    [onAsked],
  );
  const accent = settings.colour ?? info?.colours?.accent;
  useEffect(() => onLook({ language, accent, isOpen }), [onLook, language, accent, isOpen]);
  const close = () => {
    setOpen(false);
    const target = openedFrom.current?.isConnected ? openedFrom.current : undefined;
    openedFrom.current = null;
    // The button is drawn again first.
    requestAnimationFrame(() => (target ?? launcher.current)?.focus());
  };

  if (!isOpen) return <Launcher button={launcher} unread={view.unread} texts={texts} onOpen={() => setOpen(true)} />;
  return (
    <Panel
      {...{ session, view, client, isOnline, language, texts }}
      draft={draft.current}
      timesAsked={timesAsked}
      info={info ?? { shop: { name: texts.bot }, greeting: '…', open: true, categories: [] }}
      customerName={settings.customer?.name}
      onSwitchLanguage={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      onClose={close}
    />
  );
}

/** Words of the page join what the customer has half written, and do not replace it. */
function withWords(written: string, words: string): string {
  if (written.includes(words)) return written;
  return written.trim() === '' ? words : `${written.trimEnd()}\n${words}`;
}

/** What the shop offers in a language, asked for when the window is first opened; until it comes, and again if it fails, nothing. */
function useInfo(client: DeskClient, language: Language, isOpen: boolean): WidgetInfo | undefined {
  const [known, setKnown] = useState<Partial<Record<Language, WidgetInfo>>>({});
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (known[language] || !(isOpen || attempt === 0)) return;
    let timer: ReturnType<typeof setTimeout>;
    client.info(language).then(
      (info) => setKnown((others) => ({ ...others, [language]: info })),
      () => {
        timer = setTimeout(() => setAttempt(attempt + 1), 3000);
      },
    );
    return () => clearTimeout(timer);
  }, [client, language, isOpen, attempt]);
  return known[language];
}
