import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareOutcomes, invokeHandler, type InvokeResult } from '../src/prove/index.js';
import type { Report } from '../src/report/report.js';
import { run } from '../src/run.js';
import { transforms } from '../transforms/index.js';
import { readStandIn } from './fixtures/fixture-case.js';

const EXAMPLE = resolve(import.meta.dirname, '../examples/legacy-orders-service');

/** Work of each handler that its first invocation must have seen the end of: a line it prints. */
const LINES: Readonly<Record<string, string>> = {
  'ship-order': 'order o-1 has left the warehouse',
  'order-placed': 'sent put',
  'forward-order': 'the partner answered 201',
};

/** Handlers that leakfix rewrites, with events that reach their branches. */
const EVENTS: Readonly<Record<string, readonly unknown[]>> = {
  'get-order': [
    { pathParameters: { id: 'o-1' } },
    { pathParameters: { id: 'none' } },
    { pathParameters: { id: 'down' } },
    {},
  ],
  'create-order': [
    { body: '{"id":"o-1","customer":"ada@example.com","total":12}' },
    { body: '{"total":12}' },
    { body: '{"customer":"down"}' },
    { body: 'no JSON' },
  ],
  'cancel-order': [{ pathParameters: { id: 'o-1' } }, {}, { pathParameters: { id: 'down' } }],
  'ship-order': [{ orderId: 'o-1' }, { orderId: 'o-2' }],
  'order-placed': [
    { Records: [{ Sns: { Message: '{"id":"o-1","customer":"ada@example.com"}' } }] },
    { Records: [] },
  ],
  'forward-order': [{ detail: { id: 'o-1' } }, { detail: { id: 'o-2' } }],
  'stock-level': [
    { pathParameters: { sku: 2 } },
    { pathParameters: { sku: 3 } },
    { pathParameters: { sku: 'FAIL' } },
  ],
  'nightly-report': [{ date: 2 }, { date: 3 }, { date: 'FAIL' }],
};

const MODULES = {
  'aws-sdk': readStandIn('aws-sdk.js'),
  axios: readStandIn('axios.js'),
  'mysql2/promise': readStandIn('mysql2-promise.js'),
};

function invoke(
  name: string,
  overlay: Readonly<Record<string, string>>,
  runtime: 'nodejs22.x' | 'nodejs24.x',
): Promise<InvokeResult> {
  return invokeHandler({
    file: join(EXAMPLE, 'handlers', `${name}.js`),
    root: EXAMPLE,
    exportName: 'handler',
    runtime,
    events: EVENTS[name] ?? [],
    overlay,
    modules: MODULES,
  });
}

function firstLogOf({ invocations }: InvokeResult): string {
  return (invocations[0]?.logs ?? []).map(({ text }) => text).join('\n');
}

describe('the example', () => {
  let report: Report;
  let rewritten: Readonly<Record<string, string>>;

  beforeAll(async () => {
    ({ report } = await run({ cwd: EXAMPLE, paths: ['.'] }));
    rewritten = Object.fromEntries(report.changes.map(({ file, after }) => [file, after]));
  });

  test.each(transforms.map(({ name }) => name))('shows %s', (name) => {
    const fixed = report.findings.filter(({ transform, status }) => transform === name && status === 'fixed');
    expect(fixed.length).toBeGreaterThan(0);
  });

  test('shows one handler that is left alone, with the reason', () => {
    const left = report.findings.filter(({ status }) => status !== 'fixed');
    expect(left.map(({ file, status, reason }) => `${file} ${status} ${reason ?? ''}`)).toEqual([
      'handlers/import-orders.js refused not-convertible',
    ]);
  });

  test('has all its handlers found', () => {
    expect(report.handlerCount).toBe(9);
    expect(report.diagnostics).toEqual([]);
  });

  test.concurrent.each(Object.keys(EVENTS))('%s answers the same after the rewrite', async (name) => {
    const before = await invoke(name, {}, 'nodejs22.x');
    const after = await invoke(name, rewritten, 'nodejs22.x');
    const onNode24 = await invoke(name, rewritten, 'nodejs24.x');
    expect(compareOutcomes(before.outcomes, after.outcomes)).toEqual([]);
    expect(compareOutcomes(before.outcomes, onNode24.outcomes)).toEqual([]);
  });

  test.concurrent.each(Object.entries(LINES))(
    '%s ends its work inside its invocation only after the rewrite',
    async (name, line) => {
      expect(firstLogOf(await invoke(name, {}, 'nodejs22.x'))).not.toContain(line);
      expect(firstLogOf(await invoke(name, rewritten, 'nodejs22.x'))).toContain(line);
    },
  );
});
