import type { Preferences } from '../browser/preferences.ts';
import { useTexts } from './texts-context.ts';

/** Switches to the other language, named in its own words. */
export function LanguageButton({ preferences }: { readonly preferences: Preferences }) {
  const { language } = useTexts();
  const change = () => {
    preferences.language.value = preferences.language.value === 'zh' ? 'en' : 'zh';
  };
  return (
    <button type="button" class="quiet" lang={language.switchToCode} onClick={change}>
      {language.switchTo}
    </button>
  );
}
