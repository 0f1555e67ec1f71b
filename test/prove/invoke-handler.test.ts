import path from 'node:path';

import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';

import { invokeHandler, type InvokeOptions } from '../../src/prove/index.js';

describe('invokeHandler', () => {
  it('gives the events in turn and tells what callers get', async () => {
    const { outcomes } = await invoke('handler.js', 'exports.handler = async (event) => ({ event });', {
      events: ['a', 'b'],
      invocations: 3,
    });
    expect(outcomes.map((outcome) => outcome.kind === 'response' && outcome.body)).toEqual([
      '{"event":"a"}',
      '{"event":"b"}',
      '{"event":"a"}',
    ]);
  });

  it('keeps module state warm between invocations', async () => {
    const { outcomes } = await invoke('handler.js', 'let n = 0; exports.handler = async () => ++n;', {
      events: [{}, {}],
    });
    expect(outcomes).toEqual([
      { kind: 'response', body: '1' },
      { kind: 'response', body: '2' },
    ]);
  });

  it.each(['nodejs22.x', 'nodejs24.x'] as const)(
    'runs module syntax in a .js file, on %s',
    async (runtime) => {
      const source = `import { basename } from 'path';\nexport const handler = async () => basename('/a/b');`;
      const { outcomes } = await invoke('handler.js', source, { runtime });
      expect(outcomes).toEqual([{ kind: 'response', body: '"b"' }]);
    },
  );

  it('runs TypeScript that imports TypeScript', async () => {
    await using fixture = await createFixture({
      'handler.ts': `import { twice } from './twice';\nexport const handler = async (n: number) => twice(n);`,
      'twice.ts': 'export const twice = (n: number): number => n * 2;',
    });
    const { outcomes } = await invokeHandler({
      ...defaults,
      file: fixture.getPath('handler.ts'),
      events: [21],
    });
    expect(outcomes).toEqual([{ kind: 'response', body: '42' }]);
  });

  it('runs TypeScript in a package of modules', async () => {
    await using fixture = await createFixture({
      'package.json': '{"type":"module"}',
      'handler.ts': `import { twice } from './twice.js';\nexport const handler = async (n: number) => twice(n);`,
      'twice.ts': 'export const twice = (n: number): number => n * 2;',
    });
    const { outcomes } = await invokeHandler({
      ...defaults,
      file: fixture.getPath('handler.ts'),
      events: [21],
    });
    expect(outcomes).toEqual([{ kind: 'response', body: '42' }]);
  });

  it.each([
    ['require', 'handler.js', `const sdk = require('some-sdk');\nexports.handler = async () => sdk.answer;`],
    ['import', 'handler.mjs', `import sdk from 'some-sdk';\nexport const handler = async () => sdk.answer;`],
  ])('takes stand-ins for modules that are not installed, by %s', async (_way, name, source) => {
    const { outcomes } = await invoke(name, source, { modules: { 'some-sdk': 'exports.answer = 42;' } });
    expect(outcomes).toEqual([{ kind: 'response', body: '42' }]);
  });

  it.each(['handler.js', 'handler.mjs'])('runs another text in place of %s', async (name) => {
    const isModule = name.endsWith('.mjs');
    const text = (answer: number): string =>
      `${isModule ? 'export const handler' : 'exports.handler'} = async () => ${answer};`;
    await using fixture = await createFixture({ [name]: text(1) });
    const file = fixture.getPath(name);
    const { outcomes } = await invokeHandler({ ...defaults, file, overlay: { [file]: text(2) } });
    expect(outcomes).toEqual([{ kind: 'response', body: '2' }]);
  });

  it('restarts the container after a crash and after a time-out', async () => {
    const source = `
      let n = 0;
      exports.handler = async (event) => {
        if (event === 'crash') process.exit(3);
        if (event === 'hang') await new Promise((resolve) => setInterval(resolve, 1e6));
        return ++n;
      };`;
    const { outcomes, invocations } = await invoke('handler.js', source, {
      events: [1, 'crash', 1, 'hang', 1],
      timeoutMs: 500,
    });
    expect(outcomes).toEqual([
      { kind: 'response', body: '1' },
      { kind: 'exit', code: 3 },
      { kind: 'response', body: '1' },
      { kind: 'timeout' },
      { kind: 'response', body: '1' },
    ]);
    expect(invocations.map(({ container }) => container)).toEqual([1, 1, 2, 2, 3]);
  });

  it('sets the environment of Lambda, and the working folder', async () => {
    const source = `exports.handler = async () => [
      process.env._HANDLER, process.env.AWS_EXECUTION_ENV, process.env.STAGE, process.cwd()];`;
    const { outcomes, folder } = await invoke('orders.js', source, { env: { STAGE: 'test' } });
    const body = JSON.stringify(['orders.handler', 'AWS_Lambda_nodejs22.x', 'test', folder]);
    expect(outcomes).toEqual([{ kind: 'response', body }]);
  });
});

const defaults = { exportName: 'handler', runtime: 'nodejs22.x', events: [{}] } as const;

async function invoke(
  name: string,
  source: string,
  options: Partial<InvokeOptions>,
): Promise<Awaited<ReturnType<typeof invokeHandler>> & { folder: string }> {
  await using fixture = await createFixture({ [name]: source });
  const result = await invokeHandler({ ...defaults, file: path.join(fixture.path, name), ...options });
  return { ...result, folder: fixture.path.replace(/\/$/, '') };
}
