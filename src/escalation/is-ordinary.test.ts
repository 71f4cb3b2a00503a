import { expect, it } from 'vitest';
import { isOrdinary } from './is-ordinary.ts';

const smoker = { title: 'Smokers and fuel', text: '' };
const blower = { title: '喷烟器怎么用', text: '' };

it.each([
  ['smokes coming out hot and blue', smoker],
  ['the smoke coming out of the smoker is blue', smoker],
  ['the candle burns down one side', { title: 'Burning candles', text: '' }],
  ['喷烟器老是冒烟', blower],
])('is ordinary: %s', (text, reply) => {
  expect(isOrdinary(text, reply, /\p{Script=Han}/u.test(text) ? 'zh' : 'en')).toBe(true);
});

it.each([
  ['the smoker burned my hand', smoker],
  ['the smoker is on fire', smoker],
  ['my dog licked the fuel', smoker],
  ['i have hives all over my arms', { title: 'Polystyrene hives', text: '' }],
  ['got stung and my throat feels tight', { title: 'Stings and allergies', text: '' }],
  ['喷烟器把我手烫了', blower],
  ['喷烟器着火了', blower],
  ['help, the battery is smoking in the garage', { title: 'Looking after the battery', text: '' }],
  ['a piece came off and it went everywhere', { title: 'Something is missing or broken', text: '' }],
  ['the motor smells burnt', { title: 'Motors', text: '' }],
  ['电池在冒烟', { title: '电池怎么保养', text: '' }],
  ['插座烧黑了', { title: '插座怎么用', text: '' }],
  ['充电器冒烟了', { title: '充电器冒烟了怎么办', text: '' }],
  ['被蜂蜇了 手肿了', { title: '被蜂蜇了怎么办', text: '' }],
])('is none: %s', (text, reply) => {
  expect(isOrdinary(text, reply, /\p{Script=Han}/u.test(text) ? 'zh' : 'en')).toBe(false);
});
