import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/**
 * Mean and leading eigenvectors of the covariance of rows, largest first; axes are input-major (inputs × wanted).
 * @param parts arrays of whole rows
 * @param inputs length of a row
 */
export function principalAxes(
  parts: readonly Float32Array[],
  inputs: number,
  wanted: number,
): { mean: number[]; axes: number[] } {
  const sums = new Float64Array(inputs);
  const products = new Float64Array(inputs * inputs);
  let count = 0;
  for (const vectors of parts) {
    for (let offset = 0; offset < vectors.length; offset += inputs) {
      count += 1;
      for (let i = 0; i < inputs; i += 1) {
        const value = vectors[offset + i];
        sums[i] += value;
        for (let j = i; j < inputs; j += 1) products[i * inputs + j] += value * vectors[offset + j];
      }
    }
  }
  const mean = Array.from(sums, (sum) => sum / count);
  const covariance = Matrix.zeros(inputs, inputs);
  for (let i = 0; i < inputs; i += 1) {
    for (let j = i; j < inputs; j += 1) {
      const value = products[i * inputs + j] / count - mean[i] * mean[j];
      covariance.set(i, j, value);
      covariance.set(j, i, value);
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, { assumeSymmetric: true });
  const order = realEigenvalues.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value);
  const leading = order.slice(0, wanted).map(({ index }) => index);
  const axes = Array.from({ length: inputs }, (_, input) =>
    leading.map((column) => eigenvectorMatrix.get(input, column)),
  );
  return { mean, axes: axes.flat() };
}
