import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  // A callback has neither; whoever sends one wants something else.
  processEntities: false,
});

/**
 * The fields directly below `<xml>`, as text. Undefined for anything but such a document; a document type or entities
 * are never read.
 */
export function readWeChatXml(text: string): Readonly<Record<string, string>> | undefined {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return undefined;
  const root = parse(text)?.xml;
  if (typeof root !== 'object' || root === null || Array.isArray(root)) return undefined;
  const entries = Object.entries(root).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries);
}

/** A document of these fields; numbers go as they are, texts as CDATA. */
export function writeWeChatXml(fields: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(fields).map(([name, value]) => `<${name}>${written(value)}</${name}>`);
  return `<xml>${parts.join('')}</xml>`;
}

function written(value: string | number): string {
  return typeof value === 'number' ? String(value) : `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function parse(text: string): { readonly xml?: unknown } | undefined {
  try {
    return parser.parse(text);
  } catch {
    // Not XML; the caller refuses it.
    return undefined;
  }
}
