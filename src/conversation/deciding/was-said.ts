/** Whether a text was said, word for word, in one of the replies. Pure. */
export function wasSaid(text: string, replies: readonly string[]): boolean {
  return replies.some((reply) => reply.includes(text));
}
