import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellOutChat } from './chat-spelling.ts';

describe('spellOutChat', () => {
  it.each([
    ['I didn’t pay yet', "I didn't pay yet"],
    ['it doesn`t work and isn´t mine', "it doesn't work and isn't mine"],
    ['i cant log in and it wont load', "i can't log in and it won't load"],
    ['DONT send it', "DON'T send it"],
    ['Whats ur wechat', "What's your wechat"],
    ['r u there? where r my shoes', 'are you there? where are my shoes'],
    ['U said it ships 2day', 'You said it ships today'],
    ['cud u plz tell me smth abt it', 'could you please tell me something about it'],
    ['ill wait but im feeling ill', "i'll wait but i'm feeling ill"],
    ['id like to know, my id is 12', "i'd like to know, my id is 12"],
    ['its been a week and its colour fades', "it's been a week and its colour fades"],
    ['ur the best', "you're the best"],
    ['y is it late', 'why is it late'],
    ['lids from last yr, a 2 yr warranty', 'lids from last year, a 2 year warranty'],
    ['3yrs ago for 5 mins', '3years ago for 5 minutes'],
    ['whats yr address', "what's your address"],
  ])('%s means %s', (typed, meant) => {
    expect(spellOutChat(typed)).toBe(meant);
  });

  it.each([
    'size M or S, or XL?',
    'the U-neck one, or u neck',
    'a u shaped pillow',
    'type u plug, size r',
    'order DONT-42 and b4/cnt_1',
    'my mail is u@ur.com, see wat.com',
    "he's 5′6 and the well is full",
    'we were ill last week',
    'R&B shirt, S/M/R',
    'well shell wed were its',
    '260118800010001002 SF1234567890123',
  ])('leaves %s', (text) => {
    expect(spellOutChat(text)).toBe(text);
  });

  it('is idempotent', () => {
    const word = fc.constantFrom(
      'cant',
      'u',
      'r',
      'ur',
      'its',
      'not',
      'wat',
      'ill',
      'be',
      'y',
      'is',
      'M',
      '’s',
      'idk',
      'there',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const once = spellOutChat(words.join(' '));
        expect(spellOutChat(once)).toBe(once);
      }),
    );
  });
});
