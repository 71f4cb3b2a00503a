import type { Socket } from 'node:net';
import { PROBLEM_TYPE, type ProblemDetails, problemJson } from './problem.ts';

const PROBLEMS: Readonly<Record<string, ProblemDetails>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'request_timeout' },
  HPE_HEADER_OVERFLOW: { status: 431, code: 'headers_too_large' },
};
const MALFORMED: ProblemDetails = { status: 400, code: 'bad_request', detail: 'This is not HTTP/1.1.' };

/** Answers what is not even an HTTP request, the same way as every other error, and closes the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  // The other side is gone, or has its answer already.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const problem = PROBLEMS[error.code ?? ''] ?? MALFORMED;
  const body = problemJson(problem, '');
  const head = `HTTP/1.1 ${problem.status} Error\r\nconnection: close\r\ncontent-type: ${PROBLEM_TYPE}`;
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
