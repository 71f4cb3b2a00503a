/** Brings a vector to unit length, in place; one of zeros stays as it is. @returns the same vector */
export function toUnitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  for (let at = 0; at < vector.length; at += 1) vector[at] /= length;
  return vector;
}
