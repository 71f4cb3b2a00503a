import type { Language } from '../shared/language.ts';
import type { ScriptSettings } from './script-settings.ts';
import { accentProperties, DEFAULT_ACCENT } from './theme.ts';
import css from './widget.css?inline';

/** How the widget looks at the moment. */
interface Look {
  readonly language: Language;
  readonly accent?: string;
  readonly isOpen: boolean;
}

/** Where the widget is drawn, apart from the page's styles, and how its colours follow the shop and the system. */
export function openShadow(host: HTMLElement, { theme, side }: ScriptSettings, nonce: string) {
  const shadow = host.attachShadow({ mode: 'open' });
  addStyles(shadow, nonce);
  const root = document.createElement('div');
  shadow.append(root);
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  let current: Look = { language: 'zh', isOpen: false };

  function look(next: Look): void {
    current = next;
    const scheme = theme === 'auto' ? (prefersDark.matches ? 'dark' : 'light') : theme;
    // The script tag and widget.yaml come before what the page's style sheet says.
    const accent = next.accent ?? (getComputedStyle(host).getPropertyValue('--xiaoer-colour').trim() || DEFAULT_ACCENT);
    root.className = `xiaoer ${scheme} ${side}${next.isOpen ? ' open' : ''}`;
    root.lang = next.language === 'zh' ? 'zh-CN' : 'en';
    // Through the object model, which a strict content security policy allows, unlike a style attribute.
    for (const [name, value] of Object.entries(accentProperties(accent, scheme))) root.style.setProperty(name, value);
  }
  prefersDark.addEventListener('change', () => look(current));
  followKeyboard(root);
  return { root, look };
}

/** A constructed style sheet needs no permission of the page's content security policy; older browsers get a tag. */
function addStyles(shadow: ShadowRoot, nonce: string): void {
  if ('adoptedStyleSheets' in shadow && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
    return;
  }
  const style = document.createElement('style');
  style.nonce = nonce;
  style.textContent = css;
  shadow.append(style);
}

/** On phones the keyboard covers what is fixed to the page: the window takes what is left of the screen. */
function followKeyboard(root: HTMLElement): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const takeRest = () => {
    root.style.setProperty('--visible-height', `${viewport.height}px`);
    root.style.setProperty('--visible-top', `${viewport.offsetTop}px`);
  };
  viewport.addEventListener('resize', takeRest);
  viewport.addEventListener('scroll', takeRest);
  takeRest();
}
