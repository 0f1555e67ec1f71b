import { createFixture } from 'fs-fixture';
import { expect, test, vi } from 'vitest';
import { leakfix } from './leakfix.js';

// Each runs the command, and that runs a handler twice: a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 });

const HANDLER = `exports.handler = (event, context, callback) => {
  callback(null, { statusCode: 200, body: String(event.body).length });
};
`;

test('--prove runs a changed handler before and after, and keeps what answers the same', async () => {
  await using fixture = await createFixture({ 'get.js': HANDLER, 'event.json': '{"body":"abc"}' });
  const { code, stdout, stderr } = leakfix(fixture.path, [
    '--dry',
    '--prove',
    '--event',
    'event.json',
    'get.js',
  ]);
  expect(code).toBe(0);
  expect(stderr).toContain('proven: 1 handler ran before and after, with the same answers');
  expect(stdout).toContain('+exports.handler = async (event, context) => {');
});

test('and takes back what does not', async () => {
  await using fixture = await createFixture({
    'get.js': HANDLER.replace('String(event.body).length', 'arityOf(exports.handler)').concat(
      'const arityOf = (fn) => fn.length;\n',
    ),
    'event.json': '{}',
  });
  const { stdout, stderr } = leakfix(fixture.path, [
    '--dry',
    '-v',
    '--prove',
    '--event',
    'event.json',
    'get.js',
  ]);
  expect(stdout).toBe('');
  expect(stderr).toContain('answers-differ');
  expect(stderr).toContain('1 reverted');
});

const SERVERLESS = `service: shop
provider: { name: aws }
functions:
  get:
    handler: get.handler
    events:
      - http: GET /orders/{order}
`;

test('without an event, the triggers in the configuration say what a handler is given', async () => {
  const isAsked = `event.httpMethod === 'GET' && event.pathParameters.order === '1'`;
  const source = HANDLER.replace('String(event.body).length', `${isAsked} ? arityOf(exports.handler) : 0`);
  await using fixture = await createFixture({
    'get.js': `${source}const arityOf = (fn) => fn.length;\n`,
    'serverless.yml': SERVERLESS,
  });
  const { stderr } = leakfix(fixture.path, ['--dry', '-v', '--prove', 'get.js']);
  expect(stderr).toContain('answers-differ');
});

test('and an event that is given wins', async () => {
  const source = HANDLER.replace('String(event.body).length', 'event.body ? 1 : arityOf(exports.handler)');
  await using fixture = await createFixture({
    'get.js': `${source}const arityOf = (fn) => fn.length;\n`,
    'serverless.yml': SERVERLESS,
    'event.json': '{"body":"abc"}',
  });
  const { stdout } = leakfix(fixture.path, ['--dry', '--prove', '--event', 'event.json', 'get.js']);
  expect(stdout).toContain('+exports.handler = async (event, context) => {');
});

test('a changed handler for which no event is known is named', async () => {
  await using fixture = await createFixture({ 'get.js': HANDLER });
  const { code, stderr } = leakfix(fixture.path, ['--dry', '-v', '--prove', 'get.js']);
  expect(code).toBe(0);
  expect(stderr).toContain('handler was not run: no event is known for it');
});

const AUDIT = `exports.audit = async (text) => {
  write(text);
  return 'audited';
};

async function write(text) {
  await new Promise((resolve) => setTimeout(resolve, 5));
  console.log(text);
}
`;
const STEPS = `const lib = require('./audit');
exports.step = async (n) => {
  const state = await lib.audit(n);
  return { state, length: SAID };
};
`;
const CALLER = `const { step } = require('./lib/steps');
exports.handler = async (event) => step(event.n);
`;

test.each([
  ['kept when it answers the same', '1', true],
  ['taken back when it does not', 'lib.audit.toString().length', false],
])(
  'a handler that only imports what is changed is run too: the change is %s',
  async (_what, said, isKept) => {
    await using fixture = await createFixture({
      'lib/audit.js': AUDIT,
      'lib/steps.js': STEPS.replace('SAID', said),
      'caller.js': CALLER,
      'event.json': '{"n":1}',
    });
    const parameters = ['--dry', '-v', '--prove', '--event', 'event.json', '.'];
    const { stdout, stderr } = leakfix(fixture.path, parameters);
    expect(stdout.includes('+  await write(text);')).toBe(isKept);
    expect(stderr.includes('answers-differ')).toBe(!isKept);
  },
);
