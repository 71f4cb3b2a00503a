import { describe, expect, it } from 'vitest';
import { tellsFirstAid } from './first-aid.ts';

/** With the heading in the first line, where there are several. */
function helps(section: string, message: string, language: 'zh' | 'en'): boolean {
  const [first, ...lines] = section.split('\n');
  const heading = lines.length > 0 ? first : '';
  return tellsFirstAid({ heading, text: lines.length > 0 ? lines.join('\n') : first }, message, language);
}

describe('tellsFirstAid', () => {
  it.each([
    ['驱蚊液喷孩子眼睛里了', '不要喷在伤口、眼睛边上。喷进眼睛用清水冲 15 分钟，还疼去医院。'],
    ['鱼钩扎手里了', '鱼钩扎进肉里怎么办\n带倒刺的别硬拔，剪断鱼线去医院。'],
    ['有股煤气味 怎么办', '闻到煤气味马上关阀，拿到空旷处，别点火，联系客服'],
    ['用了面霜脸又红又肿', '皮肤发红发痒请停用，并用清水洗净。'],
    ['插上电就跳闸还有糊味', '冒烟或有糊味请立即拔掉插头，不要再用。'],
  ])('finds help for %s', (message, text) => {
    expect(helps(text, message, 'zh')).toBe(true);
  });

  it.each([
    ['孩子把驱蚊液喝了一口', '不要喷在伤口、眼睛边上。喷进眼睛用清水冲 15 分钟，还疼去医院。'],
    ['鱼钩扎手里了', '不要喷在伤口、眼睛边上。喷进眼睛用清水冲 15 分钟，还疼去医院。'],
    ['炉子把手烫了', '2.9 千瓦，长气罐，防风内嵌火头。199 元，带塑料箱。'],
    ['杯子炸了划到手', '漏水先看密封圈有没有装反。'],
  ])('has none for %s', (message, text) => {
    expect(helps(text, message, 'zh')).toBe(false);
  });

  it.each([
    [
      'my face is burning and all swollen',
      "if the skin gets red or itchy, wash it off and stop. if you've got swelling, call 999.",
    ],
    ['candle glass just exploded and cut my hand', "if the glass cracks, blow it out and don't use it again."],
    ['got soap in my eye it stings', 'in the eyes: rinse with plenty of water.'],
    ['the charger is sparking', 'if it overheats or you see sparks, unplug it at the wall.'],
  ])('finds help for %s', (message, text) => {
    expect(helps(text, message, 'en')).toBe(true);
  });

  it.each([
    ['my daughter drank some of the diffuser oil', 'wipe at once, it takes off varnish and paint.'],
    ['my daughter drank some of the diffuser oil', 'if the skin gets red or itchy, wash it off and stop.'],
    ['got soap in my eye it stings', 'if the skin gets red or itchy, wash it off and stop.'],
    ['i burned my hand on the kettle', 'descale it once a month. it holds 1.7 litres.'],
  ])('has none for %s', (message, text) => {
    expect(helps(text, message, 'en')).toBe(false);
  });
});
