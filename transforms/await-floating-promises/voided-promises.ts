import * as t from '@babel/types';
import { thenableValue } from '../../src/flow/thenable-value.js';
import { startOf } from '../../src/syntax/syntax-file.js';
import type { TransformContext } from '../../src/transform.js';
import type { FloatingPromise } from './floating-promise.js';
import type { OnHandlerPath } from './on-handler-path.js';

/** `void f()` on a handler path: the author saw it, but Lambda freezes the work all the same. */
export function findVoidedPromises(
  context: TransformContext,
  isOnHandlerPath: OnHandlerPath,
): readonly FloatingPromise[] {
  return context.files.flatMap((file) =>
    file.nodes('ExpressionStatement').flatMap(({ expression }): FloatingPromise[] => {
      if (!t.isUnaryExpression(expression, { operator: 'void' })) return [];
      if (t.isNumericLiteral(expression.argument) || !isOnHandlerPath(file, expression)) return [];
      const thenable = thenableValue(context, file, expression.argument);
      if (thenable.is !== 'yes' || thenable.value.shape !== 'single') return [];
      const start = startOf(expression);
      return [
        {
          code: 'voided-promise',
          file,
          expression,
          typeName: thenable.value.typeName,
          mend: {
            kind: 'await',
            edits: [{ start, end: start + 'void'.length, text: 'await' }],
            needsPromise: false,
            concern: { code: 'marked-void', places: [file.rangeOf(expression)] },
          },
        },
      ];
    }),
  );
}
