import { describe, expect, it } from 'vitest';
import { parseArticle } from './parse-article.ts';

const read = (body: string, front = 'title: T') => parseArticle('a.md', `---\n${front}\n---\n${body}`);
const shown = async (body: string, front?: string) =>
  (await read(body, front)).article?.sections.map(({ heading, text }) => [heading, text].filter(Boolean).join('\n'));
const searched = async (body: string) => (await read(body)).article?.sections.flatMap(({ sentences }) => sentences);
const warnings = async (body: string) =>
  (await read(body)).problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`);

describe('HTML in an article', () => {
  it('is read as markdown would be', async () => {
    const table = '<table><tr><th>地区</th><th>运费</th></tr><tr><td>新疆</td><td>25 元</td></tr></table>';
    expect(await shown(`${table}\n\n<p>满 99 元<b>包邮</b>。</p>`)).toEqual(['新疆：运费 25 元\n满 99 元包邮。']);
    expect(await searched(table)).toEqual(['地区 新疆 运费 25 元']);
    expect(await shown('默认发<b>中通</b>，<br>可发<font color="red">顺丰&nbsp;特快</font>。')).toEqual([
      '默认发中通，\n可发顺丰 特快。',
    ]);
    expect(await shown('<ul>\n<li>Socks</li>\n<li>Hats</li>\n</ul>\n<h2>Fees</h2>\n<div>None.</div>')).toEqual([
      '· Socks\n· Hats',
      'Fees\nNone.',
    ]);
    expect(await shown('<details>\n<summary>大件</summary>\n\n帐篷走**德邦**。\n\n</details>')).toEqual([
      '大件\n帐篷走德邦。',
    ]);
  });

  it('names what stands at the left of a table without heads, and takes the first row of a wide one for its heads', async () => {
    const row = (...cells: string[]) => `<tr>${cells.join('')}</tr>`;
    const named = row('<th>重量</th>', '<td>2kg</td>') + row('<th>尺寸</th>', '<td>3m</td>');
    expect(await shown(`<table>${named}</table>`)).toEqual(['重量：2kg\n尺寸：3m']);
    const plain = ['码,胸围,衣长', 'M,112,70', 'L,116,72'].map(
      (line) => `<tr><td>${line.replaceAll(',', '</td><td>')}`,
    );
    expect(await shown(`<table>${plain.join('')}</table>`)).toEqual([
      '码 M：胸围 112，衣长 70\n码 L：胸围 116，衣长 72',
    ]);
  });

  it('keeps comments from customers, and what is no tag of HTML in the text', async () => {
    expect(await shown('协议价<!-- 3.2 元 -->见页面。\n\n<!-- 内部：别说 -->\n\n公开。')).toEqual([
      '协议价见页面。\n公开。',
    ]);
    expect(await shown('Send "refund <your order number>" to us.')).toEqual([
      'Send "refund <your order number>" to us.',
    ]);
    expect(await shown('3 < 5 and 7 > 6')).toEqual(['3 < 5 and 7 > 6']);
  });

  it('says on which line something cannot be shown', async () => {
    expect(
      await warnings(
        'Text.\n\n<iframe src="https://a.example/v"></iframe>\n\n<div>\n<img src="a.png">\n</div>\n\n![](b.png)',
      ),
    ).toEqual([
      'warning 6: <iframe> is not shown: write what it says as text',
      'warning 9: a picture is not shown: write what it says as text',
      'warning 12: a picture is not shown: write what it says as text',
    ]);
    expect(await warnings('Text <img alt="a tent" src="a.png"> ![a lamp](b.png)\n\n<style>p {}</style>')).toEqual([]);
    expect(await warnings('Text.\n\n<!-- later\n\nMore.')).toEqual([
      expect.stringContaining('warning 6: this comment'),
    ]);
    expect(await warnings('Text.\n\n<table><tr><td rowspan="2">A</td><td>B</td></tr></table>')).toEqual([
      expect.stringContaining('warning 6: cells that are merged'),
    ]);
  });

  it.each(['<!-- nothing yet -->', '![](washing.png)', '---', '<div></div>', '~~gone~~', '## Fees\n\n<hr>'])(
    'refuses %j, which says nothing',
    async (body) => {
      const { article, problems } = await read(body);
      expect(article).toBeUndefined();
      expect(problems).toContainEqual(
        expect.objectContaining({ severity: 'error', message: 'no text below the title' }),
      );
    },
  );
});

describe('what is struck out', () => {
  it('is left out', async () => {
    expect(await shown('~~可以机洗~~ 不可机洗。\n\n- ~~sale~~\n- now 20 %')).toEqual(['不可机洗。\n· now 20 %']);
    expect(await shown('原价 ~~199~~ 现价 99')).toEqual(['原价  现价 99']);
  });

  it('is told from tone and from ranges', async () => {
    expect(await shown('好的~~没问题~~')).toEqual(['好的~~没问题~~']);
    expect(await warnings('好的~~没问题~~')).toEqual([expect.stringContaining('warning 4: "~~" right behind')]);
    expect(await shown('1~3 天，偏远 5~7 天')).toEqual(['1~3 天，偏远 5~7 天']);
    expect(await warnings('1~3 天，偏远 5~7 天')).toEqual([]);
  });
});

it('shows no marks of bold text that ends with a Chinese mark', async () => {
  expect(await shown('**运费：**10 元，**「特价」**除外。')).toEqual(['运费：10 元，「特价」除外。']);
});

describe('links and line breaks', () => {
  it('are shown, and the address is not searched', async () => {
    expect(await shown('详见[搭建视频](https://a.example/v)。')).toEqual(['详见搭建视频（https://a.example/v）。']);
    expect(await shown('See [the guide][g].\n\n[g]: https://a.example/g')).toEqual([
      'See the guide (https://a.example/g).',
    ]);
    expect(await searched('详见[搭建视频](https://a.example/v)。')).toEqual(['详见搭建视频。']);
    expect(await shown('<https://a.example/v> or [mail](mailto:a@b.example)')).toEqual(['https://a.example/v or mail']);
    expect(await shown('One  \nTwo\\\nThree')).toEqual(['One\nTwo\nThree']);
  });
});

describe('a line of dashes below a text', () => {
  it('does not take the text away', async () => {
    expect(await shown('预售款按付款顺序发货\n===\n\n定金不退。')).toEqual(['预售款按付款顺序发货\n定金不退。']);
    expect(await shown('尾款要付清，逾期不退\n---\n\n可以换货。')).toEqual(['尾款要付清，逾期不退\n可以换货。']);
    expect(await shown('Paid on time.\nNo refund\n---\nMore.')).toEqual(['Paid on time.\nNo refund\nMore.']);
    expect(await shown('可以退\n\n逾期不退\n---')).toEqual(['可以退\n逾期不退']);
    expect(await shown('Fees\n---\n\nNone.')).toEqual(['Fees\nNone.']);
  });

  it('nor does a title in front of another one, and a heading without text is reported', async () => {
    expect(await shown('# 会员制度\n\n说明。', 'title: 会员')).toEqual(['会员制度\n说明。']);
    expect(await shown('# 会员制度？\n\n说明。', 'title: 会员制度')).toEqual(['说明。']);
    expect(await warnings('Text.\n\n## Fees\n\n## Times\n\n### Days\n\nMonday.')).toEqual([
      'warning 6: nothing stands below this heading, so it is not shown',
    ]);
  });
});
