import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChangeSet } from '../../src/edit/change-set.js';
import { openWorkspace } from '../../src/open-workspace.js';
import { DEFAULT_TRANSFORM_OPTIONS } from '../../src/options.js';
import { runPipeline } from '../../src/pipeline.js';
import type { TransformSpec } from '../../src/transform.js';
import type { Workspace } from '../../src/workspace.js';
import transform from '../../transforms/await-floating-promises/index.js';

const CHAIN = {
  'handler.js': `const { register } = require('./service');
exports.handler = async (event) => ({ id: register(event.name) });
`,
  'service.js': `const { insert } = require('./repository');
exports.register = (name) => {
  insert(name);
  return name.length;
};
`,
  'repository.js': `const { appendFile } = require('fs/promises');
exports.insert = (name) => {
  appendFile('/tmp/names', name);
};
`,
};

let root = '';
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'leakfix-chain-')));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

function openChain(files: Readonly<Record<string, string>> = CHAIN): Promise<Workspace> {
  const texts = new Map(Object.entries(files).map(([name, text]) => [join(root, name), text]));
  return openWorkspace({ root, texts, handlers: [], options: DEFAULT_TRANSFORM_OPTIONS });
}

function textsOf({ overlay }: Workspace): Record<string, string> {
  return Object.fromEntries(Object.keys(CHAIN).map((name) => [name, overlay.read(join(root, name))]));
}

function fix(workspace: Workspace, spec: TransformSpec = transform): ReturnType<typeof runPipeline> {
  return runPipeline([spec], workspace, { unsafe: false, banned: new Map() });
}

/** The transform, but what it wants to do passes through `change` the first time. */
function once(change: (changeSet: ChangeSet) => ChangeSet): TransformSpec {
  let isFirst = true;
  return {
    ...transform,
    name: transform.name,
    find: (context) =>
      transform.find(context).map((finding) => {
        if (!isFirst || finding.outcome.kind !== 'safe') return finding;
        isFirst = false;
        return { ...finding, outcome: { kind: 'safe', changeSet: change(finding.outcome.changeSet) } };
      }),
  };
}

describe('a change that goes through several files', () => {
  test('is one change set', async () => {
    const workspace = await openChain();
    const { findings } = fix(workspace);
    expect(
      findings.map(({ status, changeSet, files }) => ({ status, changeSet, files: files.length })),
    ).toEqual([{ status: 'fixed', changeSet: 1, files: 3 }]);
    expect(textsOf(workspace)['handler.js']).toContain('await register(event.name)');
  });

  test('is not made where its middle can not be changed', async () => {
    const workspace = await openChain({
      ...CHAIN,
      'service.js': CHAIN['service.js'].replace('(name) => {', 'function* (name) {'),
    });
    const before = textsOf(workspace);
    const [finding] = fix(workspace).findings;
    expect(finding?.reason?.code).toBe('no-await-here');
    expect(finding?.reason?.places?.[0]?.file).toBe(join(root, 'service.js'));
    expect(textsOf(workspace)).toEqual(before);
  });

  test('comes out whole when another edit is in its way', async () => {
    const whole = await openChain();
    fix(whole);

    const workspace = await openChain();
    const service = join(root, 'service.js');
    const inTheWay = CHAIN['service.js'].indexOf('insert(name)');
    const rival = { start: inTheWay - 1, end: inTheWay + 1, text: ' i' };
    const [finding] = transform.find(workspace.contextFor(workspace.filesFor(transform)));
    if (finding?.outcome.kind !== 'safe') throw new Error('nothing to fix');
    const result = workspace.apply([{ edits: new Map([[service, [rival]]]) }, finding.outcome.changeSet]);
    expect(result.deferred).toEqual([finding.outcome.changeSet]);
    expect(textsOf(workspace)).toEqual(CHAIN);

    fix(workspace);
    expect(textsOf(workspace)).toEqual(textsOf(whole));
  });

  test('is found again when an await in its middle gets lost', async () => {
    const whole = await openChain();
    fix(whole);

    const workspace = await openChain();
    const service = join(root, 'service.js');
    fix(
      workspace,
      once(({ edits }) => ({ edits: new Map([...edits].filter(([file]) => file !== service)) })),
    );
    expect(textsOf(workspace)['service.js']).toBe(CHAIN['service.js']);
    fix(workspace);
    expect(textsOf(workspace)).toEqual(textsOf(whole));
  });
});
