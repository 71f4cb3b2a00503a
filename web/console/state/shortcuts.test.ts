import { expect, it } from 'vitest';
import { commandOf, SHORTCUTS } from './shortcuts.ts';

const PAGE = { isTyping: false, isOnControl: false, isInDialog: false };

it('gives each key one command', () => {
  const keys = SHORTCUTS.flatMap((shortcut) => [...shortcut.keys]);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { command, keys: own } of SHORTCUTS) {
    for (const key of own) expect(commandOf({ key }, PAGE)).toBe(command);
  }
});

it('never fires while somebody types, in a dialog, or with a modifier', () => {
  for (const key of SHORTCUTS.flatMap((shortcut) => [...shortcut.keys])) {
    expect(commandOf({ key }, { ...PAGE, isTyping: true })).toBeUndefined();
    expect(commandOf({ key }, { ...PAGE, isInDialog: true })).toBeUndefined();
    expect(commandOf({ key, isComposing: true }, PAGE)).toBeUndefined();
    expect(commandOf({ key, ctrlKey: true }, PAGE)).toBeUndefined();
    expect(commandOf({ key, metaKey: true }, PAGE)).toBeUndefined();
    expect(commandOf({ key, defaultPrevented: true }, PAGE)).toBeUndefined();
  }
});

it('leaves Enter and the arrows to a button that has the focus', () => {
  expect(commandOf({ key: 'Enter' }, { ...PAGE, isOnControl: true })).toBeUndefined();
  expect(commandOf({ key: 'c' }, { ...PAGE, isOnControl: true })).toBe('claim');
});

it('works with capitals and with an input method switched on', () => {
  expect(commandOf({ key: 'J' }, PAGE)).toBe('next');
  expect(commandOf({ key: 'Process', code: 'KeyJ' }, PAGE)).toBe('next');
  expect(commandOf({ key: 'Process', code: 'Slash' }, PAGE)).toBe('quickReplies');
  expect(commandOf({ key: 'q' }, PAGE)).toBeUndefined();
});
