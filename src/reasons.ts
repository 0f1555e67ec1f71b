/**
 * Every reason for which leakfix leaves a finding alone or withholds its fix, in one place, with its wording.
 * `{name}` is filled from the reason's data. A reason says what is in the way, not that something is.
 */
export const REASONS = {
  // What a person must decide.
  'answer-changes': 'the answer for some event would change: {what}',
  'order-changes': 'the order of visible effects would change: {what}',
  'work-after-answer': 'the callback form waits for work that an async handler would leave behind: {what}',
  'shared-state': 'other invocations could run between a read and a write of `{name}`',

  // What leakfix can't see.
  'unknown-type': 'the type of `{what}` is not known',
  'unknown-callee': 'it is not known what `{what}` calls',
  'callback-escapes': '`{name}` is handed to code that leakfix can not see through: {what}',

  // Shapes of code without an equal direct form.
  'not-convertible': 'there is no equal async form for this shape: {what}',

  // The result was wrong and was taken back.
  'adds-type-error': 'the rewrite would add a type error: {what}',
  'does-not-parse': 'the rewrite would not parse: {what}',
  'does-not-converge': 'the rewrite would be rewritten again without end',
} as const;

export type ReasonCode = keyof typeof REASONS;

/** @returns the wording with its placeholders filled; an unfilled placeholder is left out. */
export function fillIn(wording: string, data: Readonly<Record<string, string>> = {}): string {
  return wording.replace(/\{(\w+)\}/g, (_, name: string) => data[name] ?? '').replace(/: $/, '');
}
