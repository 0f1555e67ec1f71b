/**
 * Every reason for which leakfix leaves a finding alone or withholds its fix, in one place, with its wording.
 * `{name}` is filled from the reason's data. A reason says what is in the way, not that something is.
 */
export const REASONS = {
  // What a person must decide.
  'answer-changes': 'the answer for some event would change: {what}',
  'order-changes': 'the order of visible effects would change: {what}',
  'work-after-answer': 'the callback form waits for work that an async handler would leave behind: {what}',
  'error-waits': 'an error would be answered later: when all of the other promises have settled',
  'browser-code': 'a browser seems to run this file, and there nothing ends while work goes on: {what}',
  'shared-state': 'other invocations could run between a read and a write of `{name}`',

  wrapped: 'it can only be wrapped in a promise, which waits for nothing after the answer: {what}',

  // What leakfix can't see.
  'unknown-type': 'the type of `{what}` is not known',
  'unknown-callee': 'it is not known what `{what}` calls',
  'other-callers': 'code of the project calls `{name}` itself and waits for its callback',
  'callback-escapes': '`{name}` is handed to code that leakfix can not see through: {what}',

  // Shapes of code without an equal direct form.
  'not-convertible': 'there is no equal async form for this shape: {what}',

  // Where a promise can't be awaited.
  'no-await-here': 'an await can not stand in {place}',
  'commonjs-top-level': 'a CommonJS module can not await at its top level',
  'await-is-a-name': 'the file uses `await` as a name',
  'promise-is-redefined': 'the file gives the name `Promise` to something else',
  'not-async': '{name} would have to become async',
  'callers-unknown': 'not all callers of {name} are known',
  'type-stays': 'the declared type `{type}` can not become a promise here',
  'awaited-on-some-paths': '`{name}` is not waited for on every way through the function',
  declined: 'it was declined',
  'marked-void': '`void` says that nobody is to wait for it',
  'array-callback': '`{method}` does not wait for an async callback',
  'gives-no-promise': '`{name}` gives back no promise that could be awaited',
  'used-as-value': '{name} is used as a value where nobody would wait for its promise',
  'external-contract': '{name} fulfils a contract of another package: {contract}',
  'library-api': '{name} is exported by a library, and its callers are not known',
  'callback-handler': 'the handler still answers by a callback; lambda-callback-to-async converts it',
  'ignore-comment': 'a comment says to leave it: {why}',
  'against-comment': 'a comment keeps code as it is that would have to change with it: {why}',
  'outside-run': 'a file outside of the paths given would have to change with it: {file}',

  // Whose resource it is.
  returned: 'it is returned: whoever called the function has to close it',
  stored: 'it is stored where it outlives the function: {what}',
  captured: 'a function that may run later uses it: {what}',
  yielded: 'it is yielded: whoever iterates decides when it is done with',
  'kept-by-callee': 'it is passed to `{callee}`, which may keep it: {what}',
  'unnamed-resource': 'it has no name by which to close it',
  'promise-chain': 'a chain of promises uses it, not a block',
  'goes-on': 'what it does goes on after the function has ended: {what}',
  'callback-form': 'code in callback form uses it: {what}',
  'answer-delayed': 'the answer would come later by {what}, perhaps behind the time limit of the function',
  'never-ends': '`{what}` never ends by itself, so it can not be waited for',
  'open-transaction': 'a transaction may still be open, and the next user of the pool would get it',
  'unknown-version':
    'the installed version of {package} is not known, and its versions are closed in different ways',

  // The result was wrong and was taken back.
  'adds-type-error': 'the rewrite would add a type error: {what}',
  'not-checkable': 'the type checker failed on the file, so nothing says that its types are still right',
  'loses-text': 'the rewrite would lose {what}',
  'answers-differ': 'run before and after, the handler does not do the same: {what}',
  'does-not-parse': 'the rewrite would not parse: {what}',
  'edits-overlap': 'the rewrite would change one place in two ways',
  'does-not-converge': 'the rewrite would be rewritten again without end',
} as const;

export type ReasonCode = keyof typeof REASONS;

/** @returns the wording with its placeholders filled; an unfilled placeholder is left out. */
export function fillIn(wording: string, data: Readonly<Record<string, string>> = {}): string {
  return wording.replace(/\{(\w+)\}/g, (_, name: string) => data[name] ?? '').replace(/: $/, '');
}
