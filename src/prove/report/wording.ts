import type { FindingKind, Occurrence } from '../findings/finding.js';

/** What each kind of finding means, in one line. */
export const meanings: Record<FindingKind, string> = {
  'late-crash': 'failed after the answer was given, and took the container with it',
  'late-execution': 'ran after the answer of the invocation that started it',
  'pending-timer': 'was still waiting when its invocation ended',
  'pending-request': 'was still under way when its invocation ended',
  'unsettled-promise': 'was settled after the answer of the invocation that started it, or never',
  'kept-alive-until-timeout': 'held the event loop open, so the answer given to the callback was never sent',
  'handle-growth': 'is opened by each invocation and stays open',
  'fd-growth': 'are more after each invocation',
  'listener-growth': 'has more listeners after each invocation',
};

const resourceNames: Record<string, string> = {
  Timeout: 'timer',
  Immediate: 'setImmediate callback',
  PROMISE: 'promise',
  HTTPCLIENTREQUEST: 'HTTP request',
  TCPWRAP: 'TCP connection',
  TCPSERVERWRAP: 'TCP server',
  TCPCONNECTWRAP: 'connection attempt',
  GETADDRINFOREQWRAP: 'DNS lookup',
  GETNAMEINFOREQWRAP: 'DNS lookup',
  QUERYWRAP: 'DNS query',
  FSREQCALLBACK: 'file operation',
  FSREQPROMISE: 'file operation',
  FILEHANDLE: 'open file',
  file: 'open file',
  PROCESSWRAP: 'child process',
  PIPEWRAP: 'pipe',
  PIPESERVERWRAP: 'pipe server',
  PIPECONNECTWRAP: 'connection attempt',
  UDPWRAP: 'UDP socket',
  UDPSENDWRAP: 'UDP datagram',
  DIRHANDLE: 'open folder',
  HTTP2SESSION: 'HTTP/2 session',
  SIGNALWRAP: 'signal listener',
  CLOSING: 'closing of a connection',
  FSEVENTWRAP: 'file watcher',
  STATWATCHER: 'file watcher',
  WORKER: 'worker thread',
  function: 'function',
};

/**
 * What Node.js calls a resource, in words.
 * @param hasRun whether this is about its running
 */
export function resourceName(type: string, hasRun: boolean): string {
  if (type === 'PROMISE' && hasRun) return 'code behind a promise';
  return resourceNames[type] ?? (cryptoJob.test(type) ? 'crypto job' : type);
}

const cryptoJob = /(?:REQUEST|JOB)$/;

/** The times it was seen in one line, such as `started in 1, ran in 2, 18.5 ms after the answer`. */
export function describeOccurrences(occurrences: readonly Occurrence[]): string {
  const first = occurrences[0];
  if (first === undefined) return '';
  return howOften(occurrences) + describeOccurrence(first);
}

function howOften(occurrences: readonly Occurrence[]): string {
  const starters = new Set(occurrences.map(({ startedIn }) => startedIn)).size;
  if (starters > 1) return `in ${starters} invocations; first: `;
  return occurrences.length > 1 ? `${occurrences.length} times; first: ` : '';
}

function describeOccurrence({ startedIn, ranIn, delayMs }: Occurrence): string {
  const parts = [startedIn === undefined ? 'started by nobody known' : startedBy(startedIn)];
  if (ranIn !== undefined) parts.push(`ran in invocation ${ranIn}`);
  if (delayMs !== undefined) parts.push(`${delayMs.toFixed(1)} ms after the answer`);
  return parts.join(', ');
}

function startedBy(invocation: number): string {
  return invocation === 0 ? 'started by the module' : `started in invocation ${invocation}`;
}

/** `1 leak`, `2 leaks`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** When something happened, from the start of its invocation; the module itself prints before that. */
export function offsetText(ms: number): string {
  return `${ms < 0 ? '' : '+'}${ms.toFixed(1)} ms`;
}
