import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkify } from './linkify.ts';

it('finds addresses and leaves the punctuation around them to the sentence', () => {
  expect(linkify('详见 https://shop.example/a?b=1，谢谢')).toEqual([
    { text: '详见 ' },
    { text: 'https://shop.example/a?b=1', url: 'https://shop.example/a?b=1' },
    { text: '，谢谢' },
  ]);
  expect(linkify('See http://a.example.').at(-1)).toEqual({ text: '.' });
});

it.each([
  ['链接https://a.cn/x?y=1（看这里）', 'https://a.cn/x?y=1'],
  ['https://a.cn/1点这个', 'https://a.cn/1'],
  ['https://a.cn/1】收', 'https://a.cn/1'],
  ['打开“https://a.cn/1”', 'https://a.cn/1'],
  ['https://a.cn/1👍', 'https://a.cn/1'],
  ['(see https://a.cn/1).', 'https://a.cn/1'],
  ['https://wiki.example/Silk_(fibre)).', 'https://wiki.example/Silk_(fibre)'],
  ['https://a.cn/%E9%80%80?q=a,b&c=[1]#é-2 ok', 'https://a.cn/%E9%80%80?q=a,b&c=[1]#é-2'],
])('finds in %s no more than the address', (text, url) => {
  expect(linkify(text).flatMap((piece) => piece.url ?? [])).toEqual([url]);
});

it('makes no link of anything else', () => {
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'ftp://a', 'https://', 'a@b.c', '']) {
    expect(linkify(text).every(({ url }) => url === undefined)).toBe(true);
  }
});

it('loses no character', () => {
  const parts = fc.array(fc.constantFrom('http://a.b', 'https://', ' ', '。', '.', 'x', 'https://c.d/e)'));
  fc.assert(
    fc.property(parts, (some) => {
      const text = some.join('');
      expect(
        linkify(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
