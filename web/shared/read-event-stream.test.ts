import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventStreamReader } from './read-event-stream.ts';

const STREAM =
  ': hello\n\nid: 7\nevent: line\ndata: {"a":\ndata: 1}\n\ndata: plain\r\n\r\nevent: typing\ndata\n\nid: 9\rdata: 退款\r\r:\n\n';
const EVENTS = [
  { event: 'line', data: '{"a":\n1}', id: '7' },
  { event: 'message', data: 'plain', id: '7' },
  { event: 'typing', data: '', id: '7' },
  { event: 'message', data: '退款', id: '9' },
];

it('reads names, ids and data over several lines, and passes over comments', () => {
  expect(eventStreamReader().read(STREAM)).toEqual(EVENTS);
});

it('reads the same however the network cuts the stream', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(STREAM.length), { maxLength: 12 }), (cuts) => {
      const { read } = eventStreamReader();
      const edges = [0, ...cuts.sort((a, b) => a - b), STREAM.length];
      const pieces = edges.slice(1).map((end, index) => STREAM.slice(edges[index], end));
      expect(pieces.flatMap(read)).toEqual(EVENTS);
    }),
  );
});

it('drops an event that the connection cut off', () => {
  const { read, lastId } = eventStreamReader();
  expect(read('data: whole\n\nid: 3\ndata: ha')).toEqual([{ event: 'message', data: 'whole', id: undefined }]);
  expect(lastId()).toBeUndefined();
});

it('remembers an id that comes without an event', () => {
  const { read, lastId } = eventStreamReader();
  expect(read('id: 8\n\nid: 9\n')).toEqual([]);
  expect(lastId()).toBe('8');
});
