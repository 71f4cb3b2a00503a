/**
 * Makes any text safe inside HTML and XML, in text and in quoted attributes. Control characters and lone surrogates,
 * which XML 1.0 (section 2.2) forbids even when escaped, are dropped or replaced.
 */
export function escapeMarkup(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
