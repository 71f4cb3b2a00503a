/** Inner product of two vectors of equal length; the cosine when both are of unit length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index] * b[index];
  return sum;
}

/** Inner product of `a` with the row of `matrix` that starts at `offset`. Avoids a view a row in hot loops. */
export function dotRow(a: Float32Array, matrix: Float32Array, offset: number): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index] * matrix[offset + index];
  return sum;
}
