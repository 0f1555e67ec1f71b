import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';

import { prove, proveChange, type ProveOptions, type ProvenChange } from '../../src/prove/index.js';

const LEAKY = `
exports.handler = async (event) => {
  setTimeout(() => console.log('late'), 20);
  if (event.fail) throw new TypeError('failed');
  return event;
};`;

describe('proveChange', () => {
  it('accepts a rewrite that ends its work in time', async () => {
    const proven = await changeOf(
      LEAKY,
      LEAKY.replace('setTimeout(() =>', 'await new Promise((r) => setTimeout(r, 20)).then(() =>'),
    );
    expect(proven).toMatchObject({ equivalent: true, differences: [], newFindings: [] });
    expect(proven.fixedFindings.map(({ kind }) => kind)).toEqual(['late-execution']);
  });

  it('rejects a rewrite that answers otherwise, for the events where it does', async () => {
    const proven = await changeOf(LEAKY, LEAKY.replace('TypeError', 'Error'));
    expect(proven.equivalent).toBe(false);
    expect(proven.differences).toEqual([
      {
        invocation: 2,
        before: { kind: 'error', errorType: 'TypeError', errorMessage: 'failed' },
        after: { kind: 'error', errorType: 'Error', errorMessage: 'failed' },
      },
    ]);
  });

  it('rejects a rewrite with a leak that was not there', async () => {
    const waiting = `exports.handler = (event, context, callback) => {
      setTimeout(() => console.log('in time'), 20);
      callback(null, event);
    };`;
    const naive = `exports.handler = async (event) => {
      setTimeout(() => console.log('late'), 20);
      return event;
    };`;
    const proven = await changeOf(waiting, naive);
    expect(proven.equivalent).toBe(false);
    expect(proven.newFindings.map(({ kind }) => kind)).toEqual(['late-execution']);
  });
});

describe('prove', () => {
  it('names the line in TypeScript, and the line in the handler that led there', async () => {
    const { findings } = await proveFiles({
      'handler.ts': `import { audit } from './audit';

interface Order { id: number }

export const handler = async (order: Partial<Order>): Promise<string> => {
  audit(order.id ?? 0);
  return 'ok';
};`,
      'audit.ts': `type Id = number;

export function audit(id: Id): void {
  setTimeout((): void => console.log(id), 20);
}`,
    });
    const [finding] = findings;
    expect(finding).toMatchObject({
      kind: 'late-execution',
      inner: { line: 4, name: 'audit' },
      outer: { line: 6 },
    });
    expect(path.basename(finding?.inner?.file ?? '')).toBe('audit.ts');
    expect(path.basename(finding?.outer?.file ?? '')).toBe('handler.ts');
  });

  it('takes no stacks when there is nothing to find', async () => {
    const { hasStacks } = await proveFiles({ 'handler.js': `exports.handler = async () => 'ok';` });
    expect(hasStacks).toBe(false);
  });

  it('knows what only warms the container up from what leaks', async () => {
    const { findings } = await proveFiles({
      'handler.js': `
let refresh;
exports.handler = async () => {
  refresh ??= setInterval(() => {}, 20);
};`,
    });
    expect(findings).toMatchObject([{ kind: 'late-execution', severity: 'info', inner: { line: 4 } }]);
  });

  it.each([
    ['what the first invocation with each event starts', { events: [1, 2, 3], invocations: 6 }],
    ['what can not come again', { events: [1], invocations: 1 }],
  ])('takes %s for a leak', async (_what, options) => {
    const { findings } = await proveFiles(
      {
        'handler.js': `
const known = {};
exports.handler = async (event) => {
  known[event] ??= setTimeout(() => {}, 20);
};`,
      },
      options,
    );
    expect(findings).toMatchObject([{ kind: 'late-execution', severity: 'error', inner: { line: 4 } }]);
  });

  it('gives each event twice', async () => {
    const events = [1, 2, 3, 4];
    await using fixture = await createFixture({ 'handler.js': 'exports.handler = async (event) => event;' });
    const { outcomes } = await prove({
      file: fixture.getPath('handler.js'),
      exportName: 'handler',
      runtime: 'nodejs22.x',
      events,
    });
    expect(outcomes).toEqual([...events, ...events].map((body) => ({ kind: 'response', body: `${body}` })));
  });

  it('names the line that adds a listener', async () => {
    const { findings } = await proveFiles({
      'handler.js': `
exports.handler = async () => {
  process.once('SIGUSR2', () => {});
};`,
    });
    expect(findings).toMatchObject([
      { kind: 'listener-growth', severity: 'error', resource: "process.on('SIGUSR2')", inner: { line: 3 } },
    ]);
  });

  it('stops and ends also the processes that a handler starts', async () => {
    await using fixture = await createFixture({ 'handler.js': TICKING });
    const { outcomes } = await prove({
      ...defaults,
      file: fixture.getPath('handler.js'),
      mode: 'freeze',
      pauseMs: 600,
      invocations: 2,
      timeoutMs: 30_000,
    });
    const ticks = (): number[] =>
      readFileSync(fixture.getPath('ticks'), 'utf8').trim().split('\n').map(Number);
    const gaps = ticks().map((at, index, all) => at - (all[index - 1] ?? at));
    // It ticks every ten milliseconds, but not while it is stopped.
    expect(Math.max(...gaps)).toBeGreaterThan(500);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['response', 'response']);

    const atTheEnd = ticks().length;
    await delay(100);
    expect(ticks().length).toBe(atTheEnd);
  });

  it('does not start a handler whose module fails before the first invocation', async () => {
    const { outcomes, invocations } = await proveFiles({
      'handler.js': `setTimeout(() => { throw new Error('soon'); }, 1); exports.handler = async () => 1;`,
    });
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['exit']));
    expect(invocations.every(({ hasStarted }) => !hasStarted)).toBe(true);
  });

  it('charges a crash in the pause to the next invocation, and starts again', async () => {
    const { outcomes, findings } = await proveFiles(
      {
        'handler.js': `exports.handler = async (event) => {
          if (event === 1) setTimeout(() => { throw new RangeError('late'); }, 20);
          return event;
        };`,
      },
      { events: [1, 2, 3], invocations: 3 },
    );
    expect(outcomes).toEqual([
      { kind: 'response', body: '1' },
      { kind: 'exit', code: 129 },
      { kind: 'response', body: '3' },
    ]);
    expect(findings[0]).toMatchObject({
      kind: 'late-crash',
      resource: 'RangeError',
      occurrences: [{ startedIn: 1 }],
    });
  });
});

/** Starts a process that writes down the time of each tick, and answers when it has begun to. */
const TICKING = `
const fs = require('fs');
const { spawn } = require('child_process');
const log = __dirname + '/ticks';
const ticker = 'setInterval(() => require("fs").appendFileSync(process.argv[1], Date.now() + "\\\\n"), 10)';

exports.handler = async () => {
  if (!fs.existsSync(log)) {
    fs.writeFileSync(log, '');
    spawn(process.execPath, ['-e', ticker, log]).unref();
  }
  const before = fs.statSync(log).size;
  while (fs.statSync(log).size === before) await new Promise((resolve) => setTimeout(resolve, 10));
};`;

const defaults: Omit<ProveOptions, 'file'> = {
  exportName: 'handler',
  runtime: 'nodejs22.x',
  events: [{}],
  invocations: 3,
  pauseMs: 120,
};

async function proveFiles(
  files: Record<string, string>,
  options: Partial<ProveOptions> = {},
): Promise<Awaited<ReturnType<typeof prove>>> {
  await using fixture = await createFixture(files);
  const [main = ''] = Object.keys(files);
  return await prove({ ...defaults, file: fixture.getPath(main), ...options });
}

async function changeOf(before: string, after: string): Promise<ProvenChange> {
  await using fixture = await createFixture({ 'src/handler.js': before });
  return await proveChange({
    before: { root: fixture.path },
    after: { overlay: { 'src/handler.js': after } },
    handler: { file: 'src/handler.js', exportName: 'handler' },
    events: [{ n: 1 }, { fail: true }, { n: 3 }],
    runtime: 'nodejs22.x',
    options: { pauseMs: 120, invocations: 3 },
  });
}
