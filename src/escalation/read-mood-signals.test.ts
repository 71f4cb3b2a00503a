import { describe, expect, it } from 'vitest';
import { ANGRY_SIGNALS, readMoodSignals } from './read-mood-signals.ts';

const heard = (text: string) => {
  const { signals } = readMoodSignals(text, 'zh');
  return ANGRY_SIGNALS.filter((signal) => signals.has(signal));
};

describe('readMoodSignals', () => {
  it.each([
    '想看看衣服',
    '转客服',
    '拜托，早点发',
    '我去年买过一双',
    '一般发什么快递',
    '真的假的',
    '不好意思发错图了',
    '爬行垫多厚',
    '给孙子买的',
    '到底是棉的还是麻的',
    '你们会不会开箱检查',
    '羽绒服能不能干洗',
    '我爸有高血压能吃吗',
    '给我讲个笑话',
    '好的，谢谢，我还没去驿站',
    '就这么定了',
  ])('hears no anger in %s', (text) => {
    expect(heard(text)).toEqual([]);
  });

  it.each([
    ['服！', 'fury'],
    ['我去，又发错了', 'swearing'],
    ['什么质量啊', 'rhetorical'],
    ['好意思说是新的', 'rhetorical'],
    ['你们发货比蜗牛还慢', 'sarcasm'],
    ['到底管不管', 'rhetorical'],
    ['说好的又反悔', 'cheated'],
  ])('hears %s as %s', (text, signal) => {
    expect(heard(text)).toContain(signal);
  });
});
