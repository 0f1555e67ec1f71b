import type { ChangeSet } from '../../src/edit/change-set.js';
import type { TextEdit } from '../../src/edit/text-edit.js';
import type { Finding, Reason } from '../../src/transform.js';

/** The edits that mend one finding, in all files. */
export interface Plan<Subject> {
  readonly subject: Subject;
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** Why the fix is unsafe. */
  readonly concern?: Reason;
}

function keysOf({ edits }: Plan<unknown>): readonly string[] {
  return [...edits].flatMap(([file, list]) =>
    list.map(({ start, end, text }) => `${start}:${end}:${text}:${file}`),
  );
}

/** Plans that share an edit (both make one function async) are made together or not at all. */
function groupByEdit<Subject>(plans: readonly Plan<Subject>[]): readonly (readonly Plan<Subject>[])[] {
  const groupOfKey = new Map<string, Set<Plan<Subject>>>();
  const groups = new Set<Set<Plan<Subject>>>();
  for (const plan of plans) {
    const merged = new Set([plan]);
    const keys = new Set(keysOf(plan));
    for (const group of new Set([...keys].flatMap((key) => groupOfKey.get(key) ?? []))) {
      groups.delete(group);
      for (const member of group) merged.add(member);
    }
    for (const member of merged) for (const key of keysOf(member)) groupOfKey.set(key, merged);
    groups.add(merged);
  }
  return [...groups].map((group) => [...group]);
}

function toChangeSet(plans: readonly Plan<unknown>[]): ChangeSet {
  const edits = new Map<string, Map<string, TextEdit>>();
  for (const plan of plans) {
    for (const [file, list] of plan.edits) {
      const known = edits.get(file) ?? new Map<string, TextEdit>();
      for (const edit of list) known.set(`${edit.start}:${edit.end}:${edit.text}`, edit);
      edits.set(file, known);
    }
  }
  return { edits: new Map([...edits].map(([file, known]) => [file, asyncLast([...known.values()])])) };
}

/** `const x = function () { … }()` gets both at one offset: `await async function`. */
function asyncLast(edits: readonly TextEdit[]): readonly TextEdit[] {
  const isAsync = ({ text }: TextEdit): boolean => text === 'async ';
  return [...edits.filter((edit) => !isAsync(edit)), ...edits.filter(isAsync)];
}

/** One outcome per plan; those of one change set share it. What is safe never waits for what isn't. */
export function mergePlans<Subject>(
  plans: readonly Plan<Subject>[],
): ReadonlyMap<Subject, Finding['outcome']> {
  const outcomes = new Map<Subject, Finding['outcome']>();
  for (const group of groupByEdit(plans.filter(({ concern }) => !concern))) {
    const changeSet = toChangeSet(group);
    for (const { subject } of group) outcomes.set(subject, { kind: 'safe', changeSet });
  }
  for (const group of groupByEdit(plans.filter(({ concern }) => concern))) {
    const changeSet = toChangeSet(group);
    for (const { subject, concern } of group)
      if (concern) outcomes.set(subject, { kind: 'unsafe', changeSet, reason: concern });
  }
  return outcomes;
}
