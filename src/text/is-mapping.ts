/** Whether a value that was read from YAML or JSON is a mapping, neither a list nor a scalar. Pure. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
