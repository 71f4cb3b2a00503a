import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../test/fakes/test-app.ts';

let desk: TestApp;
beforeEach(async () => {
  desk = await testApp({
    widget: {
      topics: () => [
        { article: 'zh/freight', title: '退货运费谁出？', language: 'zh', questions: [], tags: ['退货'] },
        { article: 'en/freight', title: 'Who pays the return postage?', language: 'en', questions: [], tags: [] },
      ],
      settings: async () => ({ shop: { name: { zh: '小店' } }, colours: { accent: '#0f766e' } }),
    },
  });
});
afterEach(() => desk.app.close());

it('tells what the window shows first, in the language asked for', async () => {
  expect((await desk.get('/v1/widget')).json()).toMatchObject({
    ...{ shop: { name: '小店' }, colours: { accent: '#0f766e' }, open: true },
    categories: [{ name: '退货', questions: ['退货运费谁出？'] }],
  });
  expect((await desk.get('/v1/widget?locale=en-GB')).json()).toMatchObject({
    greeting: expect.stringContaining('Hello'),
    categories: [{ name: 'Common questions', questions: ['Who pays the return postage?'] }],
  });
});

it('finds titles while the customer types', async () => {
  const found = await desk.get(`/v1/widget/search?q=${encodeURIComponent('运费')}&locale=zh-CN`);
  expect(found.json()).toEqual({ articles: [{ article: 'zh/freight', title: '退货运费谁出？' }] });
});

it('refuses what is no language and what is too long, naming the field', async () => {
  const wrong = await desk.get('/v1/widget?locale=%3Cscript%3E');
  expect([wrong.statusCode, wrong.headers['content-type']]).toEqual([400, expect.stringContaining('problem+json')]);
  expect(wrong.body).toContain('locale');
  expect((await desk.get(`/v1/widget/search?q=${'x'.repeat(201)}`)).statusCode).toBe(400);
  expect((await desk.get('/v1/widget/search')).statusCode).toBe(400);
});
