/** Inner product of two vectors of equal length; the cosine when both are of unit length. */
export function dot(a: Float32Array, b: Float32Array): number {
  return dotRow(a, b, 0);
}

/**
 * Inner product of `a` with the row of `matrix` that starts at `offset`. For a few rows; many go through `rowProducts`. Four sums at
 * a time keep the processor busy while each waits for its last addition.
 */
export function dotRow(a: Float32Array, matrix: Float32Array, offset: number): number {
  const { length } = a;
  const whole = length - (length % 4);
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let index = 0; index < whole; index += 4) {
    first += a[index] * matrix[offset + index];
    second += a[index + 1] * matrix[offset + index + 1];
    third += a[index + 2] * matrix[offset + index + 2];
    fourth += a[index + 3] * matrix[offset + index + 3];
  }
  let sum = first + second + (third + fourth);
  for (let index = whole; index < length; index += 1) sum += a[index] * matrix[offset + index];
  return sum;
}
