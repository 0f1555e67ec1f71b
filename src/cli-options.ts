import type { Options } from 'yargs';
import { eventTypes } from './prove/events.js';
import { UsageError } from './errors.js';
import { FORMATS } from './report/formats.js';

export type Check = 'all' | 'fixable';

/** @throws UsageError for `--check=x`. */
function toCheck(value: string): Check {
  if (value === 'all') return 'all';
  if (value === 'fixable') return 'fixable';
  throw new UsageError(`--check=${value} is not known`, "type '--check' or '--check=fixable'");
}

/** yargs makes `--no-config` false. */
function toFileOrNone(value: string | false): string | false {
  return value;
}

/** Every option of `leakfix <paths..>`, once: the help, the README's table and the tests read this. */
export const CLI_OPTIONS = {
  dry: {
    alias: ['d', 'dry-run'],
    type: 'boolean',
    default: false,
    describe: 'Print a git-appliable diff on stdout and write nothing',
    group: 'What to do:',
  },
  check: {
    type: 'string',
    coerce: toCheck,
    describe: 'Write nothing; exit 1 if anything would change or a leak stands (=fixable: only the former)',
    group: 'What to do:',
  },
  undo: {
    type: 'boolean',
    default: false,
    describe: 'Restore the files that the last run wrote, if they have not changed since',
    group: 'What to do:',
  },
  interactive: {
    alias: 'i',
    type: 'boolean',
    default: false,
    describe: 'Show each change and ask whether to make it, with the keys of git add -p',
  },
  list: { type: 'boolean', default: false, describe: 'List the transforms', group: 'What to do:' },
  explain: {
    type: 'string',
    requiresArg: true,
    describe: "Print a transform's page",
    group: 'What to do:',
  },
  only: {
    type: 'array',
    string: true,
    requiresArg: true,
    describe: 'Run only these transforms (comma-separated, repeatable)',
    group: 'Transforms:',
  },
  skip: {
    type: 'array',
    string: true,
    requiresArg: true,
    describe: 'Leave these transforms out',
    group: 'Transforms:',
  },
  unsafe: {
    type: 'boolean',
    default: false,
    describe: 'Also apply fixes that may change order, concurrency or error flow',
    group: 'Transforms:',
  },
  'promise-style': {
    choices: ['promisify', 'native'],
    defaultDescription: 'promisify',
    describe: "Write util.promisify constants, or the module's own promise API where it is equal",
    group: 'Transforms:',
  },
  'resource-style': {
    choices: ['finally', 'using'],
    defaultDescription: 'finally',
    describe: 'Release in finally, or with await using where type and runtime allow it',
    group: 'Transforms:',
  },
  fallback: {
    choices: ['refuse', 'wrap'],
    default: 'refuse',
    describe: 'Leave handlers without a direct form, or (with --unsafe) wrap them in a promise',
    group: 'Transforms:',
  },
  'allow-api-change': {
    type: 'boolean',
    describe: 'Let functions that a library exports become async',
    group: 'Transforms:',
  },
  handler: {
    type: 'array',
    string: true,
    requiresArg: true,
    describe: 'Treat this function as a Lambda handler: file:export (repeatable)',
    group: 'Code:',
  },
  platform: {
    choices: ['lambda', 'node'],
    defaultDescription: 'lambda',
    describe: 'node switches the Lambda view off: no function is a handler',
    group: 'Code:',
  },
  ignore: {
    type: 'array',
    string: true,
    requiresArg: true,
    describe: 'Leave out files that match this glob (repeatable)',
    group: 'Code:',
  },
  staged: {
    type: 'boolean',
    default: false,
    describe: 'Take only files whose next commit is being prepared',
    group: 'Code:',
  },
  since: {
    type: 'string',
    requiresArg: true,
    describe: 'Take only files that differ from where this branch left this commit or branch',
    group: 'Code:',
  },
  'stdin-filepath': {
    type: 'string',
    requiresArg: true,
    describe: 'Read code from stdin as if it were this file, and print the rewritten code',
    group: 'Code:',
  },
  verify: {
    type: 'boolean',
    default: true,
    describe: 'Compare type errors before and after, and take back what adds one',
    group: 'Safety:',
  },
  prove: {
    type: 'boolean',
    default: false,
    describe:
      'Run the handlers a change reaches before and after (their side effects happen), and take back what differs',
    group: 'Safety:',
  },
  event: {
    type: 'array',
    string: true,
    requiresArg: true,
    describe:
      'For --prove: file with an event as JSON (repeatable); by default events of the configured triggers',
    group: 'Safety:',
  },
  'event-type': {
    choices: eventTypes,
    describe: 'For --prove: a built-in event of this trigger',
    group: 'Safety:',
  },
  'allow-dirty': {
    type: 'boolean',
    default: false,
    describe: 'Write although target files have uncommitted changes',
    group: 'Safety:',
  },
  'allow-no-vcs': {
    type: 'boolean',
    default: false,
    describe: 'Write although there is no git repository',
    group: 'Safety:',
  },
  config: {
    type: 'string',
    requiresArg: true,
    coerce: toFileOrNone,
    describe: 'Read this configuration file, or none (--no-config)',
    group: 'Configuration:',
  },
  'print-config': {
    type: 'boolean',
    default: false,
    describe: 'Print what the configuration file and the flags come to',
    group: 'Configuration:',
  },
  format: {
    choices: FORMATS,
    default: 'pretty',
    describe: 'What to print on stdout',
    group: 'Output:',
  },
  'output-file': {
    type: 'string',
    requiresArg: true,
    describe: 'Print to this file instead of stdout',
    group: 'Output:',
  },
  color: { type: 'boolean', describe: 'Force colour on or off (--no-color)', group: 'Output:' },
  quiet: { alias: 'q', type: 'boolean', default: false, describe: 'Print errors only', group: 'Output:' },
  verbose: {
    alias: 'v',
    type: 'boolean',
    default: false,
    describe: 'Also list findings that are not fixed with their reasons, skipped files and timings',
    group: 'Output:',
  },
  debug: { type: 'boolean', default: false, describe: 'Print stacks', group: 'Output:' },
} as const satisfies Record<string, Options>;
