import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsLuhn, isBankCard } from './bank-card.ts';
import { isChineseId } from './chinese-id.ts';
import { maskPersonalData } from './mask-personal-data.ts';
import { maskPersonalFields } from './mask-personal-fields.ts';

describe('what is hidden', () => {
  it.each([
    ['我手机13800138000打不通', '我手机138****8000打不通'],
    ['+86 138 0013 8000', '138****8000'],
    ['+86-13800138000谢谢', '138****8000谢谢'],
    ['138-0013-8000', '138****8000'],
    ['１３８００１３８０００', '138****8000'],
    ['1 3 8 0 0 1 3 8 0 0 0', '138****8000'],
    ['电话：010-62345678转1', '电话：***5678转1'],
    ['座机 057188886666', '座机 ***6666'],
    ['call me at 415-555-2671', 'call me at ***2671'],
    ['(415) 555-2671', '***2671'],
    ['+44 20 7946 0958 please', '***0958 please'],
    ['加v13800138000', '加v138****8000'],
    ['发到 zhang.san99@example.com.cn 吧', '发到 ***@*** 吧'],
    ['12345678@qq.com', '***@***'],
    ['写 amy@vx2026abc.com', '写 ***@***'],
    ['write to my.wx1234567@mail.com', 'write to ***@***'],
    ['微信号：lucky_cat2020', '微信号：***'],
    ['加微信 wxid_8f7a6b5c', '加微信 ***'],
    ['my WeChat is lucky_cat', 'my WeChat is ***'],
    ['vx:abcdefg', 'vx:***'],
    ['QQ号 123456789', 'QQ号 ***'],
    ['身份证11010519491231002X', '身份证***'],
    ['11010519491231002x', '***'],
    ['身份证号是110105194912310021', '身份证号是***'],
    ['护照E12345678', '护照***'],
    ['卡号 6222 0212 3456 7890 123', '卡号 ***0123'],
    ['4111 1111 1111 1111', '***1111'],
    ['刷的是4111111111111111', '刷的是***1111'],
    ['寄到浙江省杭州市西湖区文三路123号5幢2单元301室，谢谢', '寄到浙江省杭州市西湖区***，谢谢'],
    ['地址北京市朝阳区建国路88号院3号楼1502', '地址北京市朝阳区***'],
    ['送到阳光花园3栋2-501', '送到***'],
    ['Ship it to 221B Baker Street, London', 'Ship it to ***, London'],
    ['1600 Pennsylvania Ave Apt 4, Springfield, IL 62704', '***, Springfield, IL ***'],
    ['12 maple street please', '*** please'],
  ])('%s', (text, masked) => expect(maskPersonalData(text)).toBe(masked));
});

describe('what stays', () => {
  it.each([
    '订单260118800010001001到哪了',
    '订单号：13800138000',
    'order no. 4111111111111111',
    '快递单号 6222021234567890123',
    'SF1380013800012',
    'SF13800138000',
    '运单78600000000102',
    'YT2890345678901',
    '拍了 13 件，一共1380.00元',
    '身高165体重52公斤穿多大',
    '2026年11月28日 13:45 下的单',
    '2026-11-28 13:45:07',
    '满300减50，8折，¥13800',
    '尺码 170/88A，42码',
    'M 码 175-180',
    '手机壳 iPhone 15 128 256',
    '手机 1999-2999 的',
    '手机12号发货吗',
    '我知道3号发货',
    '逛街3号回来',
    '口红2号色',
    '商城12号活动',
    '在路上3天了',
    'wechat payment failed',
    '微信支付20260001失败',
    '拨打 400-820-8820',
    'It is 500 miles down the road',
    'size 10 wide, 2 day shipping',
    '12 Pairs of socks',
    'XO-13800138000',
    'sku 415-555-2671',
    'https://shop.example/a/13',
    '@小二 在吗',
  ])('%s', (text) => expect(maskPersonalData(text)).toBe(text));
});

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
const around = fc.constantFrom('', '你好，', '我的是', ' ', '亲 ', 'hello ', '（', '\n');
const after = fc.constantFrom('', '，谢谢', ' ', '。', '打不通', ' thanks', '）', '\n退货');
const within = (secret: fc.Arbitrary<string>) => fc.tuple(around, secret, after);
/** What the masked text shows of the secret's digits, its surroundings having none. */
const shown = (text: string) => maskPersonalData(text).replace(/\D/g, '');

describe('any', () => {
  it('mobile number shows its first three and last four digits', () => {
    const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9)).map(([second, rest]) => `1${second}${rest}`);
    const written = fc.tuple(mobile, fc.constantFrom('', '-', ' '), fc.constantFrom('', '+86', '+86 ', '86'));
    fc.assert(
      fc.property(within(written.map((parts) => parts.join('|'))), ([before, parts, behind]) => {
        const [number, separator, country] = parts.split('|');
        const grouped = [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(separator);
        expect(shown(`${before}${country}${grouped}${behind}`)).toBe(number.slice(0, 3) + number.slice(7));
      }),
    );
  });

  it('bank card shows its last four digits', () => {
    const card = fc.tuple(fc.constantFrom('62', '622', '9558', '4', '51', '34'), digits(19)).map(([prefix, rest]) => {
      const length =
        new Map([
          ['4', 16],
          ['51', 16],
          ['34', 15],
          ['62', 16],
        ]).get(prefix) ?? 19;
      const body = (prefix + rest).slice(0, length - 1);
      return Array.from({ length: 10 }, (_, check) => `${body}${check}`).find(fitsLuhn) ?? '';
    });
    fc.assert(
      fc.property(within(card), ([before, number, behind]) => {
        expect(isBankCard(number)).toBe(true);
        expect(shown(before + number + behind)).toBe(number.slice(-4));
      }),
    );
  });

  it('identity number shows nothing', () => {
    const id = fc
      .tuple(
        fc.constantFrom('110105', '330106', '440305', '820000'),
        fc.date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
        digits(3),
      )
      .map(([region, born, order]) => {
        const body = region + born.toISOString().slice(0, 10).replaceAll('-', '') + order;
        return [...'0123456789X'].map((check) => body + check).find(isChineseId) ?? '';
      });
    fc.assert(
      fc.property(within(id), ([before, number, behind]) => {
        expect(shown(before + number + behind)).toBe('');
      }),
    );
  });

  it('e-mail address shows nothing', () => {
    const email = fc.emailAddress({ size: 'small' }).filter((address) => /^[\w.+-]+@[\w.-]+$/.test(address));
    fc.assert(
      fc.property(within(email), ([before, address, behind]) => {
        expect(maskPersonalData(before + address + behind)).toBe(`${before}***@***${behind}`);
      }),
    );
  });

  it('number that the shop gave stays, whatever it looks like', () => {
    const named = fc.tuple(
      fc.constantFrom('订单号', '订单', '单号：', '快递单号 ', 'order #', 'tracking number ', '运单号是'),
      fc.integer({ min: 8, max: 19 }).chain(digits),
    );
    fc.assert(
      fc.property(within(named.map((parts) => parts.join(''))), ([before, number, behind]) => {
        const text = before + number + behind;
        expect(maskPersonalData(text)).toBe(text);
      }),
    );
  });

  it('order of the platforms, tracking number, amount, size and date stays without a word in front', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const orderOfDay = fc
      .tuple(day, digits(12))
      .map(([at, rest]) => at.toISOString().slice(2, 10).replaceAll('-', '') + rest);
    const fine = fc.oneof(
      orderOfDay.filter((number) => !isChineseId(number)),
      fc.tuple(fc.constantFrom('SF', 'YT', 'JD', 'ZTO', 'JT'), digits(13)).map((parts) => parts.join('')),
      fc
        .integer({ min: 10, max: 14 })
        .chain(digits)
        .filter((number) => number.length !== 11),
      fc.double({ min: 0, max: 99_999, noNaN: true }).map((amount) => `${amount.toFixed(2)}元`),
      fc.tuple(fc.integer({ min: 140, max: 200 }), fc.integer({ min: 35, max: 120 })).map(([a, b]) => `${a}/${b}A`),
      fc.tuple(fc.integer({ min: 140, max: 200 }), fc.integer({ min: 35, max: 120 })).map(([a, b]) => `${a} ${b}`),
      day.map((at) => at.toISOString().slice(0, 16).replace('T', ' ')),
      day.map((at) => `${at.getUTCMonth() + 1}月${at.getUTCDate()}号`),
    );
    fc.assert(
      fc.property(within(fine), ([before, number, behind]) => {
        const text = before + number + behind;
        expect(maskPersonalData(text)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('text is masked once and for all, quickly', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('路', '号', '12', '微信', '电话', ' ', '-', '@', 'a.'),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const once = maskPersonalData(parts.join(''));
        expect(maskPersonalData(once)).toBe(once);
      }),
    );
    for (const piece of [
      '路1号',
      '1',
      '1 ',
      '-1',
      'a.',
      '路',
      '文三路12号a1',
      '(1)',
      '+1 ',
      'a@a.',
      '一',
      'Aa ',
      '微信 ',
    ]) {
      const start = performance.now();
      maskPersonalData(piece.repeat(4000 / piece.length));
      expect([piece, performance.now() - start < 500]).toEqual([piece, true]);
    }
  });
});

it('in a record, fields that hold nothing else are hidden whatever they look like', () => {
  const record = {
    customer: { id: 'c1', name: '王小明', tier: 'gold' },
    contact: { name: 'Ann', phone: '12', email: 'x', wechat: '张三', note: '打 13800138000' },
    lines: [{ text: '我的手机13800138000', intents: [{ name: 'return_request' }] }],
    orderNumbers: ['13800138000'],
    at: 13800138000,
  };
  expect(maskPersonalFields(record)).toEqual({
    customer: { id: 'c1', name: '王**', tier: 'gold' },
    contact: { name: 'A**', phone: '***', email: '***', wechat: '***', note: '打 138****8000' },
    lines: [{ text: '我的手机138****8000', intents: [{ name: 'return_request' }] }],
    orderNumbers: ['13800138000'],
    at: 13800138000,
  });
});
