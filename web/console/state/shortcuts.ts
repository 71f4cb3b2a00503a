/** What a key can do, with its key; shown on the sheet that `?` opens, in this order. */
export const SHORTCUTS = [
  { command: 'next', keys: ['j', 'ArrowDown'] },
  { command: 'previous', keys: ['k', 'ArrowUp'] },
  { command: 'open', keys: ['Enter'] },
  { command: 'previousTab', keys: ['['] },
  { command: 'nextTab', keys: [']'] },
  { command: 'claim', keys: ['c'] },
  { command: 'resolve', keys: ['r'] },
  { command: 'transfer', keys: ['t'] },
  { command: 'giveBack', keys: ['b'] },
  { command: 'release', keys: ['x'] },
  { command: 'reopen', keys: ['o'] },
  { command: 'quickReplies', keys: ['/'] },
  { command: 'note', keys: ['n'] },
  { command: 'suggestion1', keys: ['1'] },
  { command: 'suggestion2', keys: ['2'] },
  { command: 'suggestion3', keys: ['3'] },
  { command: 'understood', keys: ['i'] },
  { command: 'available', keys: ['a'] },
  { command: 'help', keys: ['?'] },
  { command: 'leave', keys: ['Escape'] },
] as const;

/** What a key can do. */
export type Command = (typeof SHORTCUTS)[number]['command'];

/** A key as the browser tells it. */
export interface KeyPress {
  readonly key: string;
  readonly code?: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  readonly isComposing?: boolean;
  readonly defaultPrevented?: boolean;
}

/** Where the key was pressed. */
export interface KeyPlace {
  /** In a field: nothing but the field hears it. */
  readonly isTyping: boolean;
  /** On a button or link: Enter and the arrows are its own. */
  readonly isOnControl: boolean;
  /** A dialog is open and keeps its keys. */
  readonly isInDialog: boolean;
}

const CONTROL_KEYS = new Set(['Enter', 'ArrowDown', 'ArrowUp', ' ']);

/** The command of a key, undefined when the key belongs to the field, the control, the dialog or the browser. */
export function commandOf(press: KeyPress, place: KeyPlace): Command | undefined {
  if (press.defaultPrevented || press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (place.isTyping || place.isInDialog) return undefined;
  const key = keyOf(press);
  if (place.isOnControl && CONTROL_KEYS.has(key)) return undefined;
  return SHORTCUTS.find(({ keys }) => (keys as readonly string[]).includes(key))?.command;
}

/** With an input method switched on, browsers report `Process` for the key that was pressed; `code` still tells it. */
function keyOf({ key, code }: KeyPress): string {
  if (key !== 'Process') return key.length === 1 ? key.toLowerCase() : key;
  const letter = /^(?:Key|Digit)(.)$/.exec(code ?? '')?.[1].toLowerCase();
  return letter ?? (code === 'Slash' ? '/' : key);
}
