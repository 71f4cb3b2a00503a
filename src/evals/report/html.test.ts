import { describe, expect, it } from 'vitest';
import { escapeMarkup } from './escape-markup.ts';
import { html } from './html.ts';

describe('html', () => {
  it('escapes every value except markup, and prints nothing for what is absent', () => {
    const inner = html`<b>${'<'}</b>`;
    expect(html`<p title="${'"'}">${inner}${[inner, ' & ', 1]}${undefined}${null}${false}</p>`.text).toBe(
      '<p title="&#34;"><b>&#60;</b><b>&#60;</b> &#38; 1</p>',
    );
  });
});

describe('escapeMarkup', () => {
  it('drops what XML forbids and keeps lines, Chinese and emoji', () => {
    expect(escapeMarkup('a\u0000\u001b\n亲😘\ud800')).toBe('a\n亲😘\ufffd');
  });
});
