/**
 * Calls whose promise is left floating on purpose, because somebody else waits for it or because it lasts as long as
 * the process. Each row names where that is documented.
 */
export interface MeantToFloat {
  /** Module specifier without `node:`. */
  readonly module: string;
  /** The last name of the callee: `test` in `test(…)`, `only` in `test.only(…)`, `register` in `app.register(…)`. */
  readonly names: readonly string[];
  /** Only calls of what the module exports, not of members of what it makes. */
  readonly exportedOnly?: true;
  readonly source: string;
}

const TEST_DECLARATIONS = ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'];
const TEST_MODIFIERS = ['only', 'skip', 'todo', 'concurrent', 'each'];

export const MEANT_TO_FLOAT: readonly MeantToFloat[] = [
  {
    module: 'test',
    names: [...TEST_DECLARATIONS, ...TEST_MODIFIERS, 'default'],
    exportedOnly: true,
    source:
      'nodejs.org/api/test.html, test([name][, options][, fn]); typescript-eslint, allowForKnownSafeCalls',
  },
  ...['vitest', '@jest/globals', 'mocha', 'ava', 'bun:test', '@playwright/test', 'tap'].map(
    (module): MeantToFloat => ({
      module,
      names: [...TEST_DECLARATIONS, ...TEST_MODIFIERS, 'beforeAll', 'afterAll'],
      exportedOnly: true,
      source: 'the runner collects the tests and waits for them',
    }),
  ),
  {
    module: 'fastify',
    names: ['register', 'after', 'use', 'addHook', 'decorate'],
    source: 'fastify.dev/docs/latest/Reference/Plugins: registration is awaited by ready() and listen()',
  },
  {
    module: 'fastify',
    names: ['send', 'code', 'status', 'header', 'headers', 'type', 'redirect'],
    source:
      'fastify.dev/docs/latest/Reference/Reply: a reply is thenable, and waits for the response to be sent',
  },
  {
    module: 'archiver',
    names: ['finalize'],
    source: 'the promise may wait for the output to be read; the output stream says when it is done',
  },
  {
    module: 'p-queue',
    names: ['add', 'addAll'],
    source: 'github.com/sindresorhus/p-queue: onIdle() waits for what was added',
  },
  {
    module: 'async',
    names: ['push', 'unshift'],
    source: 'caolan.github.io/async, QueueObject: drain() waits for what was pushed',
  },
  {
    module: 'bull',
    names: ['process'],
    source: 'github.com/OptimalBits/bull: the promise lasts as long as the worker',
  },
  {
    module: 'bullmq',
    names: ['run'],
    source: 'docs.bullmq.io/guide/workers: the promise lasts as long as the worker',
  },
  {
    module: 'kafkajs',
    names: ['run'],
    source: 'kafka.js.org/docs/consuming: run() is called once and left running',
  },
  {
    module: 'execa',
    names: ['execa', 'execaCommand', 'execaNode', '$', 'default'],
    source: 'github.com/sindresorhus/execa: the result is a child process as well, started and left',
  },
];
