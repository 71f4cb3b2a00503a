import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEntities } from './entities.ts';

const TODAY = '2026-11-22';
const read = (text: string) => readEntities(text, TODAY).map(({ kind, text: span, value }) => [kind, span, value]);

describe('readEntities', () => {
  test.each([
    ['订单260118800010001002到哪了', [['order_number', '260118800010001002', '260118800010001002']]],
    ['订单号：12345', [['order_number', '12345', '12345']]],
    ['订单12345678元旦前能到吗', [['order_number', '12345678', '12345678']]],
    ['order 123456 items are missing', [['order_number', '123456', '123456']]],
    ['Can I order 10000 pieces at wholesale price?', [['quantity', '10000 pieces', '10000']]],
    [
      '订单1001和1002到哪了',
      [
        ['order_number', '1001', '1001'],
        ['order_number', '1002', '1002'],
      ],
    ],
    [
      'orders #A1001, #A1002 and #A1003',
      [
        ['order_number', 'A1001', 'A1001'],
        ['order_number', 'A1002', 'A1002'],
        ['order_number', 'A1003', 'A1003'],
      ],
    ],
    [
      '订单号是101，102和103',
      [
        ['order_number', '101', '101'],
        ['order_number', '102', '102'],
        ['order_number', '103', '103'],
      ],
    ],
    ['order 10023, 90210 is my zip', [['order_number', '10023', '10023']]],
    ['订单100234，551234是验证码', [['order_number', '100234', '100234']]],
    [
      '订单12345678901，13812345678打这个',
      [
        ['order_number', '12345678901', '12345678901'],
        ['phone', '13812345678', '13812345678'],
      ],
    ],
    [
      '订单10012，1999元',
      [
        ['order_number', '10012', '10012'],
        ['amount', '1999元', '1999'],
      ],
    ],
    ['where is order #14254', [['order_number', '14254', '14254']]],
    ['订单 2601****1002 查一下', [['order_number', '2601****1002', '2601****1002']]],
    ['SF1234567890123 怎么没动', [['tracking_number', 'SF1234567890123', 'SF1234567890123']]],
    ['sf1234567890123', [['tracking_number', 'sf1234567890123', 'SF1234567890123']]],
    ['单号78600000000102', [['tracking_number', '78600000000102', '78600000000102']]],
    ['78600000000102', [['tracking_number', '78600000000102', '78600000000102']]],
    ['电话１３８１２３４５６７８', [['phone', '１３８１２３４５６７８', '13812345678']]],
    ['138 1234 5678', [['phone', '138 1234 5678', '13812345678']]],
    ['138****5678', [['phone', '138****5678', '138****5678']]],
    ['发票发我邮箱Lin.Y@Example.com谢谢', [['email', 'Lin.Y@Example.com', 'lin.y@example.com']]],
    ['货号YM-DJ01-BLK-M', [['sku', 'YM-DJ01-BLK-M', 'YM-DJ01-BLK-M']]],
  ])('identifiers: %s', (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ['my order is #2044, any news?', '2044'],
    ['Order #B77120 has not moved', 'B77120'],
    ['has order 305-5512093-9904418 left', '305-5512093-9904418'],
    ['305-5512093-9904418', '305-5512093-9904418'],
    ['订单B20260404007一直没动静', 'B20260404007'],
    ['订单3307还没寄出', '3307'],
    ['订单编号：QH-2026-077', 'QH-2026-077'],
    ['单号3307到哪了', '3307'],
    ['order no. 881', '881'],
    ['Order Number - 55120934', '55120934'],
    ['订单号【3307】', '3307'],
    ['a change to order 55120', '55120'],
    ['#2044 still not here', '2044'],
    ['订单3307只到了一半', '3307'],
  ])('an order number behind what says so: %s', (text, value) =>
    expect(readEntities(text)).toContainEqual(expect.objectContaining({ kind: 'order_number', value })),
  );

  test.each([
    ['Could you order 30000 units for a school?'],
    ["we'd like to order 15000 of those"],
    ['I want to order 12000'],
    ['an order of 1200 dollars'],
    ['my order is 1200 dollars'],
    ['order 20-30 mugs'],
    ['订单2024年的还能开票吗'],
    ['my order 2024'],
    ['订单5000以上有折扣吗'],
    ['订单1500元'],
    ['订单3000美元'],
    ['my order 3500 jpy'],
    ['订单3000片'],
    ['order number 1234 5678 9012'],
    ['订单号 2026 0915 1234'],
    ['订单是2999的那个'],
    ['订单12-05下的'],
    ['order number 2026-04-04'],
    ['one in shade #3302'],
    ['room #2044'],
    ['#2026秋冬'],
    ['order iphone15'],
    ['there is no order number'],
    ['reorder 2044'],
    ['款号QH-2077'],
    ['快递单号773300112233445'],
    ['退货单号6120'],
  ])('no order number in: %s', (text) =>
    expect(readEntities(text).filter(({ kind }) => kind === 'order_number')).toEqual([]),
  );

  test.each([
    ['身份证440304198802113217，东西到哪了'],
    ['11010519491231002X'],
    ['110105 19491231 002X'],
    ['身份证号是123456789012345678'],
    ['订单号11010519491231002X'],
    ['银行卡6222001234567890123退款到账没'],
    ['4111 1111 1111 1111'],
    ['I paid with card 4111111111111111'],
    ['order 4111111111111111'],
  ])('nothing in the number of an identity or bank card: %s', (text) => expect(readEntities(text)).toEqual([]));

  test.each([
    ['快递单号773300112233445', '773300112233445'],
    ['ems EB100200300CN', 'EB100200300CN'],
    ['tracking number LZ100200300CN', 'LZ100200300CN'],
    ['SF 1002 0030 0400 5', 'SF1002003004005'],
    ['9400 1000 0000 0000 2000 15', '9400100000000000200015'],
  ])('tracking numbers: %s', (text, value) =>
    expect(readEntities(text)).toMatchObject([{ kind: 'tracking_number', value }]),
  );

  test.each([
    ['my phone is 2125550147', '2125550147'],
    ['212.555.0147', '2125550147'],
  ])('phones: %s', (text, value) => expect(readEntities(text)).toMatchObject([{ kind: 'phone', value }]));

  test.each([
    ['运费12元谁出', [['amount', '12元', '12']]],
    ['￥1,299.50', [['amount', '￥1,299.50', '1299.5']]],
    ['九块九包邮', [['amount', '九块九', '9.9']]],
    ['两百五十块钱', [['amount', '两百五十块钱', '250']]],
    ['refund me $20', [['amount', '$20', 'USD 20']]],
  ])('amounts: %s', (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    [
      '身高165体重52公斤',
      [
        ['height', '165', '165'],
        ['weight', '52公斤', '52'],
      ],
    ],
    [
      "I'm 5'4\" and 120 lbs",
      [
        ['height', '5\'4"', '163'],
        ['weight', '120 lbs', '54.4'],
      ],
    ],
    [
      '160 120斤穿什么码',
      [
        ['height', '160 ', '160'],
        ['weight', '120斤', '60'],
      ],
    ],
    [
      '165/52',
      [
        ['height', '165', '165'],
        ['weight', '52', '52'],
      ],
    ],
    [
      '一米七五 体重130',
      [
        ['height', '一米七五', '175'],
        ['weight', '130', '65'],
      ],
    ],
    ['1米68', [['height', '1米68', '168']]],
    [
      '180cm 75kg',
      [
        ['height', '180cm', '180'],
        ['weight', '75kg', '75'],
      ],
    ],
  ])('height and weight: %s', (text, expected) =>
    expect(read(text).map(([kind, span, value]) => [kind, span.trim(), value])).toEqual(
      expected.map(([kind, span, value]) => [kind, span.trim(), value]),
    ),
  );

  test.each([
    ['HK$350', 'amount=HKD 350'],
    ['NT$880', 'amount=TWD 880'],
    ['A$25', 'amount=AUD 25'],
    ['US$25', 'amount=USD 25'],
    ['二十块一双', 'amount=20 quantity=1'],
    ['八块八包邮', 'amount=8.8'],
    ['三块五毛', 'amount=3.5'],
    ['跟上次那单一块寄', ''],
    ['能一块退吗', ''],
    ['一块钱', 'amount=1'],
    ['35 euros', 'amount=EUR 35'],
    ['35€', 'amount=EUR 35'],
    ['EUR 19.90', 'amount=EUR 19.9'],
    ['80美元', 'amount=USD 80'],
    ['500港币', 'amount=HKD 500'],
    ['2千块', 'amount=2000'],
    ['六十多块', 'amount=60'],
    ['八毛', 'amount=0.8'],
    ['三毛的书', ''],
    ['charged 2x', ''],
    ['2X还有吗', 'size=2X'],
    ['39的靴子', 'size=39'],
    ['EU 41?', 'size=EU 41'],
    ['ships to the US 5 days late', ''],
    ['do you have it in large', 'size=L'],
    ['a large parcel', ''],
    ['四十二码', 'size=42'],
    ['4 hoodies', 'quantity=4'],
    ['off white', 'colour=off-white'],
    ['rose gold', 'colour=rose gold'],
    ['奶茶色', 'colour=milk tea'],
    ['奶茶洒了', ''],
    ['teal', 'colour=teal'],
    ['体重31斤', 'weight=15.5'],
    ['体重一百四十斤', 'weight=70'],
    ['体重大概在52左右', 'weight=52'],
    ['宝宝体重11公斤', 'weight=11'],
    ['我一百三十斤', 'weight=65'],
    ['我八十五斤', 'weight=42.5'],
    ['I weigh 145', 'weight=65.8'],
    ['I weigh 62', 'weight=62'],
    ['I weigh 98', ''],
    ['weight 180, height 6\'1"', 'weight=81.6 height=185'],
    ['一米七二，一百三', 'height=172 weight=65'],
    ['身高（158）体重（47）', 'height=158 weight=47'],
    ['168高', 'height=168'],
    ['168高领毛衣', ''],
    ['女儿105cm 34斤', 'height=105 weight=17'],
    ['six foot two', 'height=188'],
    ["I'm 11 stone 6", 'weight=72.6'],
    ["I'm 10 stone", 'weight=63.5'],
    ['a bracelet of 9 stones', ''],
    ['10 St James Road', ''],
    ['160/84A', 'size=160/84A'],
    ['175/96B有货吗', 'size=175/96B'],
    ['height: 66', ''],
    ['一米七六140斤', 'height=176 weight=70'],
    ['一米六110斤', 'height=160 weight=55'],
    ['一米八三一百九十斤', 'height=183'],
    ['168 tall 59 kilos', 'height=168 weight=59'],
    ['weight: about 310 g', ''],
    ['weighs 250g', ''],
    ['掉了一块漆', ''],
  ])('whose unit is told by the words around: %s', (text, expected) =>
    expect(
      readEntities(text)
        .map(({ kind, value }) => `${kind}=${value}`)
        .join(' '),
    ).toBe(expected),
  );

  test.each([
    ['1.5米的床单'],
    ['1米5床笠'],
    ['180cm的窗帘'],
    ['24kg行李箱'],
    ['包裹60斤'],
    ['裤长102cm'],
    ['my suitcase is 23 kg'],
    ['a 24kg kettlebell'],
    ['6 ft cable'],
    ["I'm 100% certain"],
    ["I'm 120 miles from you"],
    ['I am 70'],
    ['7号电池'],
    ['走绿色通道'],
    ['Orange juice on it'],
    ['silver member'],
  ])('the measure of a thing or a mere name is no entity: %s', (text) => expect(readEntities(text)).toEqual([]));

  test.each([
    [
      'M码黑色还有吗',
      [
        ['size', 'M码', 'M'],
        ['colour', '黑色', 'black'],
      ],
    ],
    ['xxl有没有', [['size', 'xxl', 'XXL']]],
    ['38码的拖鞋', [['size', '38码', '38']]],
    [
      'do you have it in L, navy blue?',
      [
        ['size', 'L', 'L'],
        ['colour', 'navy blue', 'navy'],
      ],
    ],
    [
      '浅灰和米白哪个好',
      [
        ['colour', '浅灰', 'light grey'],
        ['colour', '米白', 'off-white'],
      ],
    ],
    ['我买了三件', [['quantity', '三件', '3']]],
    ['2 pairs please', [['quantity', '2 pairs', '2']]],
  ])('products: %s', (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ['昨天拍的', [['date', '昨天', '2026-11-21']]],
    ['11月3号买的', [['date', '11月3号', '2026-11-03']]],
    ['1月2日前能到吗', [['date', '1月2日', '2027-01-02']]],
    ['上周五', [['date', '上周五', '2026-11-13']]],
    ['ordered last monday', [['date', 'last monday', '2026-11-09']]],
    ['3天前下的单', [['date', '3天前', '2026-11-19']]],
    ['on Nov 3rd', [['date', 'Nov 3rd', '2026-11-03']]],
    ['25号能发吗', [['date', '25号', '2026-11-25']]],
  ])('dates: %s', (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ['Oct 9, 2024', '2024-10-09'],
    ['9th of October 2024', '2024-10-09'],
    ['can it be here by Wednesday', '2026-11-25'],
    ['by Sunday', '2026-11-22'],
    ['周二前要用', '2026-11-24'],
    ['周二下的单', '2026-11-17'],
    ['bought may 7', '2027-05-07'],
    ['11.11买的', '2026-11-11'],
    ['618活动', '2026-06-18'],
    ['placed on 10/19', '2026-10-19'],
    ['10/19/2026', '2026-10-19'],
    ['19/10/2026', '2026-10-19'],
    ['20261019下单的', '2026-10-19'],
    ['十九号买的', '2026-11-19'],
    ['上个月28号', '2026-10-28'],
    ['下个月2号', '2026-12-02'],
    ['两周前', '2026-11-08'],
    ['a week ago', '2026-11-15'],
    ['in 2 weeks', '2026-12-06'],
    ['I need it by the 12th', '2026-12-12'],
    ['arrived on the 12th', '2026-11-12'],
    ['tmrw', '2026-11-23'],
    ['我5天后出发', '2026-11-27'],
    ['麻烦你们5天后再寄', '2026-11-27'],
  ])('dates of more forms: %s', (text, value) =>
    expect(readEntities(text, TODAY)).toMatchObject([{ kind: 'date', value }]),
  );

  test.each([
    'It may 7 times cost more',
    '收到货4天后就坏了',
    '10/19',
    '3/4/2026',
    '20261019',
    '618',
    '十号线',
    'on the 4th floor',
  ])('no date in: %s', (text) => expect(readEntities(text, TODAY).filter(({ kind }) => kind === 'date')).toEqual([]));

  test.each([
    ['我175cm长得瘦', 'height', '175'],
    ['我身高180cm床够长吗', 'height', '180'],
    ['我体重60kg货到了', 'weight', '60'],
    ['我130斤椅子能坐吗', 'weight', '65'],
    ['身高168cm线衫', 'height', '168'],
    ['最快3天后能到吗', 'date', '2026-11-25'],
    ['你们说3天后发货', 'date', '2026-11-25'],
  ])('whose measure it is and what days count from: %s', (text, kind, value) =>
    expect(readEntities(text, TODAY)).toContainEqual(expect.objectContaining({ kind, value })),
  );

  test.each(['签收3天后发现坏了', '下单3天后', '以后天天穿', '今后天冷', '之前天猫买的'])(
    'no day of today’s: %s',
    (text) => expect(readEntities(text, TODAY).filter(({ kind }) => kind === 'date')).toEqual([]),
  );

  test('11.11元 is a sum', () => expect(read('11.11元')).toEqual([['amount', '11.11元', '11.11']]));

  test.each(['一', '9', '1,', 'a@', 'A1-', '165/', '身高 ', '订单1-', 'order #', '五毛', '1米', '6222 '])(
    'a flood of %j is read within 100 ms',
    (piece) => {
      const started = performance.now();
      readEntities(piece.repeat(10_000), TODAY);
      expect(performance.now() - started).toBeLessThan(100);
    },
  );

  test('dates stay relative without a today', () => {
    expect(readEntities('前天买的').map(({ value }) => value)).toEqual(['today-2']);
    expect(readEntities('last monday').map(({ value }) => value)).toEqual(['last-monday']);
  });

  test.each(['你好', '这个怎么样', "I'm fine, it's ok", '第一次买', '等了一个月', '2月31号'])(
    'nothing in: %s',
    (text) => expect(read(text)).toEqual([]),
  );

  test('spans lie inside the text, hold what they say and do not overlap', () => {
    const pieces = fc.constantFrom(
      '订单',
      '260118800010001002',
      'SF1234567890',
      '138****1234',
      '身高165',
      '52公斤',
      '５斤',
      '昨天',
      '黑色',
      'M码',
      ' ',
      '，',
      '9块9',
      '😀',
      '5\'4"',
      'last monday',
      'a@b.co',
      '1/2',
      '三件',
      '0',
      '**',
      'x3',
      '①',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        let last = 0;
        for (const { start, end, text: span, value } of readEntities(written, TODAY)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(written.length);
          expect(written.slice(start, end)).toBe(span);
          expect(value).not.toBe('');
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
