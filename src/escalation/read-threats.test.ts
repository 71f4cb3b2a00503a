import { describe, expect, it } from 'vitest';
import { onlyAsksAboutThreats, readThreats } from './read-threats.ts';

describe('readThreats', () => {
  it.each(['电话13812345678', '我的手机号是13812345678', '微信号 abc12345', '13912315888'])(
    'takes no number that holds a hotline for one: %s',
    (text) => {
      expect(readThreats(text, 'zh')).toEqual([]);
    },
  );

  it.each(['打12345', '12315见', '12358 12388都打'])('knows the hotlines themselves: %s', (text) => {
    expect(readThreats(text, 'zh')).toContain('authority');
  });
});

describe('onlyAsksAboutThreats', () => {
  it.each(['给了差评会不会被报复', '写差评会被删吗', '12315是谁的电话'])('%s', (text) => {
    expect(onlyAsksAboutThreats(text, 'zh')).toBe(true);
  });

  it.each(['给差评会不会被删，删了我就投诉', '我不会给差评的', '删我差评是吧 删一条我发十条', '你好'])(
    'not %s',
    (text) => {
      expect(onlyAsksAboutThreats(text, 'zh')).toBe(false);
    },
  );
});
