import { expect, it } from 'vitest';
import { thresholdsFile } from './thresholds-file.ts';

const own = { file: '/package/evals/thresholds.yaml', root: '/package' };

it('is the package’s, whosever cases are played', () => {
  expect(thresholdsFile('/package')).toEqual(own);
  expect(thresholdsFile('/package', own.file)).toEqual(own);
});

it('is the file that is given, and its folders as seen from there', () => {
  expect(thresholdsFile('/package', '/shop/limits.yaml')).toEqual({ file: '/shop/limits.yaml', root: '/shop' });
});
