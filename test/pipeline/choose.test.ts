import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { type Proposal, run } from '../../src/run.js';

const TWO_IN_ONE_FILE = `async function save() {}
async function one() {
  save(1);
}
async function two() {
  save(2);
}
module.exports = { one, two };
`;
const CHAIN = {
  'audit.js': 'async function audit() {}\nfunction note() {\n  audit();\n}\nmodule.exports = { note };\n',
  'main.js':
    "const { note } = require('./audit');\nasync function main() {\n  note();\n}\nmodule.exports = { main };\n",
};

async function runWith(
  files: Readonly<Record<string, string>>,
  choose: (proposal: Proposal) => ReadonlySet<number>,
): ReturnType<typeof run> {
  await using fixture = await createFixture(files);
  return await run({
    cwd: fixture.path,
    paths: ['.'],
    choose: (proposal) => Promise.resolve(choose(proposal)),
  });
}

test('each change set has a preview of its own, and only what is wanted is made', async () => {
  const { report } = await runWith({ 'a.js': TWO_IN_ONE_FILE }, ({ previews }) => {
    const texts = [...previews.values()].map((preview) => preview()[0]?.after ?? '');
    expect(texts.map((text) => text.match(/await save/g)?.length)).toEqual([1, 1]);
    return new Set([2]);
  });
  expect(report.changes.map(({ after }) => after)).toEqual([
    TWO_IN_ONE_FILE.replace('  save(2)', '  await save(2)'),
  ]);
  expect(report.findings.map(({ status, reason }) => [status, reason])).toEqual([
    ['withheld', 'declined'],
    ['fixed', null],
  ]);
});

test('edits of several files that belong together are one choice', async () => {
  const { report } = await runWith(CHAIN, ({ previews }) => {
    const [preview] = previews.values();
    expect(previews.size).toBe(1);
    expect(
      preview?.()
        .map(({ file }) => file.replace(/.*\//, ''))
        .sort(),
    ).toEqual(['audit.js', 'main.js']);
    return new Set();
  });
  expect(report.changes).toEqual([]);
});

test('all that is wanted is all that was proposed', async () => {
  let proposed: Proposal | undefined;
  const { report } = await runWith(CHAIN, (proposal) => {
    proposed = proposal;
    return new Set(proposal.previews.keys());
  });
  expect(report).toBe(proposed?.report);
});

test('nobody is asked where there is nothing to choose', async () => {
  const { report } = await runWith({ 'a.js': 'module.exports = 1;\n' }, () => {
    throw new Error('asked');
  });
  expect(report.changes).toEqual([]);
});
