import type { Language } from '../../shared/language.ts';
import type { SessionView } from '../../shared/session/session-view.ts';
import { whoIsThere } from '../../shared/who-is-there.ts';
import type { Texts } from '../texts.ts';
import { CloseIcon, EndIcon } from './icons.tsx';

interface PanelHeaderProps {
  readonly titleId: string;
  readonly shop: string;
  readonly view: SessionView;
  readonly texts: Texts;
  readonly language: Language;
  readonly onSwitchLanguage: () => void;
  readonly onEnd: () => void;
  readonly onClose: () => void;
}

/** Whom one is talking to, and the three things that can be done with the window itself. */
export function PanelHeader(props: PanelHeaderProps) {
  const { titleId, shop, view, texts, language, onSwitchLanguage, onEnd, onClose } = props;
  // While a person is called or there, the conversation is not the customer's alone to leave behind.
  const mayEnd = view.lines.length > 0 && (view.status === 'bot' || view.status === 'resolved');
  return (
    <header>
      <div class="title">
        <h1 id={titleId}>{shop}</h1>
        <p>{whoIsThere(view, language, texts.botHere)}</p>
      </div>
      <button
        type="button"
        class="language"
        aria-label={texts.switchLanguageLabel}
        title={texts.switchLanguageLabel}
        onClick={onSwitchLanguage}
      >
        {texts.switchLanguage}
      </button>
      {mayEnd ? (
        <button type="button" aria-label={texts.endChat} title={texts.endChat} onClick={onEnd}>
          <EndIcon />
        </button>
      ) : null}
      <button type="button" aria-label={texts.close} title={texts.close} onClick={onClose}>
        <CloseIcon />
      </button>
    </header>
  );
}
