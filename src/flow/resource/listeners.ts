/** Methods of emitters that give the emitter itself; a listener lives as long as what it listens to. */
export const LISTENER_METHODS: ReadonlySet<string> = new Set([
  'on',
  'once',
  'off',
  'addListener',
  'prependListener',
  'removeListener',
  'removeAllListeners',
  'setMaxListeners',
]);
