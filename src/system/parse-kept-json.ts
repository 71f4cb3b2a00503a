/** What a kept file says; undefined when it is damaged: it holds nothing that cannot be worked out again. */
export function parseKeptJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
