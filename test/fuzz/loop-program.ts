import fc from 'fast-check';

const LISTS = [
  '[event.a, event.b]',
  '[event.c, event.a, event.b]',
  '[event.b]',
  '[]',
  `['a', event.c, 'broken']`,
];

/** What a callback does about an error in front of its own work, and whether it can tell. */
const ON_ERROR = [
  'if (err) return callback(err);',
  `if (err) {\n  console.log(err.code);\n  callback('refused');\n  return;\n}`,
  `if (err) {\n  callback(err);\n}`,
  'if (err) console.log(err.code);',
  `if (err) return console.log('nobody counts this');`,
  `if (err) {\n  console.log(err.code);\n} else {\n  console.log('found');\n}`,
  '',
];

const WORK = [
  '',
  '',
  `found.push(data && data.Item ? data.Item.id : 'none');`,
  `console.log(data && data.Item);`,
  `if (data && data.Item && data.Item.id === 'b') return callback(null, 'the first one');`,
];

interface Counting {
  readonly before: string;
  /** In front of the call. */
  readonly round: string;
  readonly test: string;
}

const COUNTING: readonly Counting[] = [
  { before: 'let count = 0;', round: '', test: '++count === ids.length' },
  { before: 'let count = 0;', round: '', test: 'count >= ids.length' },
  { before: 'let left = ids.length;', round: '', test: '!--left' },
  { before: 'let left = ids.length;', round: '', test: '--left === 0' },
  { before: 'let open = 0;', round: 'open += 1;', test: '--open === 0' },
  { before: 'let count = 0;', round: '', test: '++count === 2' },
];

const LOOPS: readonly ((body: string) => string)[] = [
  (body) => `ids.forEach((id) => {\n${body}\n});`,
  (body) => `for (const id of ids) {\n${body}\n}`,
  (body) => `for (let i = 0; i < ids.length; i++) {\n  const id = ids[i];\n${body}\n}`,
  (body) => `ids.forEach(function (id) {\n  if (id === 'missing') return;\n${body}\n});`,
];

/**
 * Loops whose callbacks count, in a block of their own: most of them to the end, some not on every way.
 *
 * @param answer what the last callback does
 */
export function countedLoop(answer: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...LISTS),
      fc.constantFrom(...COUNTING),
      fc.constantFrom(...LOOPS),
      fc.constantFrom(...ON_ERROR),
      fc.constantFrom(...WORK),
      fc.oneof(answer, fc.constant('callback(null, found);'), fc.constant('callback();')),
    )
    .map(([list, { before, round, test }, loop, onError, work, whenAll]) => {
      const counted = test.startsWith('count') ? 'count += 1;\n' : '';
      const lines = [onError, work, `${counted}if (${test}) {\n${whenAll}\n}`].filter((line) => line !== '');
      const request = `table.get({ TableName: 't', Key: { id } }, (err, data) => {\n${lines.join('\n')}\n});`;
      const body = round === '' ? request : `${round}\n${request}`;
      return `const ids = ${list};\nconst found = [];\n${before}\n${loop(body)}`;
    });
}
