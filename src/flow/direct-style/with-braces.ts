import { endOf } from '../../syntax/syntax-file.js';
import type { Conversion } from './conversion.js';
import { endOfTextBefore } from './layout.js';
import type { Place } from './place.js';
import type { Step } from './step.js';

/** Makes room for several statements where one stands without braces. */
export function withBraces(c: Conversion, step: Step, place: Place, inner: Place): Step {
  const { file } = c;
  const { lineEnd } = file.style;
  const before = endOfTextBefore(file, step.start);
  const hasComment = file.comments.some((comment) => endOf(comment) === before);
  if (hasComment) c.refuse('not-convertible', 'a comment stands where a block would begin', step.node);
  c.replace(before, step.start, ` {${lineEnd}${inner.indent}`);
  c.edits.insert(step.end, `${lineEnd}${place.indent}}`);
  return { ...step, isInList: true };
}
