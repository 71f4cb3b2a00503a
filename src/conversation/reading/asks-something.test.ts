import { describe, expect, it } from 'vitest';
import { spellOutChat } from '../../text/chat-spelling.ts';
import { asksSomething } from './asks-something.ts';

describe('asksSomething', () => {
  it.each([
    'whats ur wechat',
    'wheres my stuff',
    'hows it work',
    'has it shipped',
    'ok have you got it',
    'isnt it too late',
    'cant i just swap it',
    'then what',
    'thanks but who pays',
    'i was wondering if the blue one is warm',
    'it closes at what',
  ])('hears a question in %s', (text) => {
    expect(asksSomething(spellOutChat(text), 'en')).toBe(true);
  });

  it.each([
    'i have the receipt',
    'what a shame',
    'it has arrived',
    'they did my order yesterday',
    'dont send it',
    'do not send it',
    'you know what',
    'so they have it',
  ])('hears none in %s', (text) => {
    expect(asksSomething(spellOutChat(text), 'en')).toBe(false);
  });
});
