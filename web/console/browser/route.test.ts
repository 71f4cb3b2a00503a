import { expect, it } from 'vitest';
import { hashOf, routeOf } from './route.ts';

it('reads back what it writes, and takes anything else for the queue', () => {
  const routes = [
    { view: 'queue' },
    { view: 'conversation', ticketId: 'a/b c' },
    { view: 'customer', ticketId: '工单' },
  ] as const;
  for (const route of routes) expect(routeOf(hashOf(route))).toEqual(route);
  expect(routeOf('#elsewhere')).toEqual({ view: 'queue' });
  expect(routeOf('#/t/%E0%A4%A')).toEqual({ view: 'conversation', ticketId: '%E0%A4%A' });
});
