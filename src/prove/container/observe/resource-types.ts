/** Requests whose callback runs once. */
const oneShotRequests = new Set([
  'FSREQCALLBACK',
  'FSREQPROMISE',
  'GETADDRINFOREQWRAP',
  'GETNAMEINFOREQWRAP',
  'PIPECONNECTWRAP',
  'TCPCONNECTWRAP',
  'QUERYWRAP',
  'UDPSENDWRAP',
]);

/** Jobs of the crypto module. Their synchronous forms emit the same events but never call back. */
const cryptoJob = /(?:REQUEST|JOB)$/;

const handles = new Set([
  'DIRHANDLE',
  'FILEHANDLE',
  'FSEVENTWRAP',
  'HTTP2SESSION',
  'PIPESERVERWRAP',
  'PIPEWRAP',
  'PROCESSWRAP',
  'SIGNALWRAP',
  'STATWATCHER',
  'TCPSERVERWRAP',
  'TCPWRAP',
  'UDPWRAP',
  'WORKER',
]);

export function isTimer(type: string): boolean {
  return type === 'Timeout' || type === 'Immediate';
}

export function isHandle(type: string): boolean {
  return handles.has(type);
}

export function isHttpRequest(type: string): boolean {
  return type === 'HTTPCLIENTREQUEST';
}

export function isCryptoJob(type: string): boolean {
  return cryptoJob.test(type) && !isHttpRequest(type);
}

/** A request that is done when its callback has run. */
export function isOneShotRequest(type: string): boolean {
  return oneShotRequests.has(type) || isCryptoJob(type);
}

export function isRequest(type: string): boolean {
  return isHttpRequest(type) || isOneShotRequest(type);
}

export function isConnection(type: string): boolean {
  return type === 'TCPWRAP' || type === 'PIPEWRAP';
}

/** Only a step on the way from the user's line to what it started. */
export function isTick(type: string): boolean {
  return type === 'TickObject' || type === 'Microtask';
}
