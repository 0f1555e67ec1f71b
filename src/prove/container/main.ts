import { hasCallbacks } from '../runtime-name.js';
import { CallbackRuntime } from './callback-runtime.js';
import { Channel } from './channel.js';
import { denyNetwork } from './deny-network.js';
import { captureConsole } from './function-logs.js';
import type { LoadedHandler, RuntimeLoop } from './handler-function.js';
import { loadHandler } from './load-handler.js';
import { hookImport, hookRequire, runningText } from './module-loading.js';
import { needsImportHooks } from './needs-import-hooks.js';
import { createObserver } from './observe/observer.js';
import { PromiseRuntime } from './promise-runtime.js';
import { RuntimeClient } from './runtime-client.js';

/** Exit code of Node.js when the main module waits for a promise that nothing can settle any more. */
const UNSETTLED_TOP_LEVEL_AWAIT = 13;

// Not awaited at top level: Node.js would exit in another way when a handler's promise never settles.
void startContainer(new Channel());

async function startContainer(channel: Channel): Promise<void> {
  const job = await channel.receiveJob();
  captureConsole(channel);
  if (!job.allowNetwork) denyNetwork();
  hookRequire(job);
  if (needsImportHooks(job)) hookImport(job);

  const observer = createObserver(job.watch, (file) => runningText(job, file));
  const client = new RuntimeClient(channel, observer);
  const loop: RuntimeLoop = hasCallbacks(job.runtime)
    ? new CallbackRuntime(client)
    : new PromiseRuntime(client);
  const markLoaded = hasCallbacks(job.runtime) ? exitWhenStuck() : () => undefined;
  let handler: LoadedHandler;
  try {
    handler = await observer.runUserCode(0, () => loadHandler(job));
  } catch (error) {
    loop.failInit(error);
  }
  markLoaded();
  loop.start(handler);
}

/** The older runtimes await the user's module at top level, which shows in the exit code if it never loads. */
function exitWhenStuck(): () => void {
  const exit = (): void => {
    process.exit(UNSETTLED_TOP_LEVEL_AWAIT);
  };
  process.once('beforeExit', exit);
  return () => {
    process.off('beforeExit', exit);
  };
}
