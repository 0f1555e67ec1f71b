import * as t from '@babel/types';
import { MEANT_TO_FLOAT } from '../../src/knowledge/meant-to-float.js';
import { originOf } from '../../src/syntax/origin.js';
import { memberName } from '../../src/syntax/unwrap.js';
import type { SyntaxFile } from '../../src/syntax/syntax-file.js';
import type { TypeOracle } from '../../src/types/oracle.js';

/** Is this a call whose promise is known to float on purpose? */
export function isMeantToFloat(file: SyntaxFile, types: TypeOracle, expression: t.Expression): boolean {
  if (!t.isCallExpression(expression) && !t.isOptionalCallExpression(expression)) return false;
  const names = namesOf(expression.callee);
  const candidates = MEANT_TO_FLOAT.filter((row) => names.some((name) => row.names.includes(name)));
  if (candidates.length === 0) return false;
  const origin = originOf(file, expression.callee);
  if (origin) {
    const isExported = !origin.path.includes('new') && !origin.path.includes('()');
    return candidates.some(
      ({ module, exportedOnly }) => module === origin.module && (isExported || exportedOnly !== true),
    );
  }
  const declaration = types.declarationOf(file.rangeOf(expression));
  if (declaration.is !== 'yes') return false;
  const { module, name } = declaration.value;
  return candidates.some(
    (row) =>
      module?.replace(/^node:/, '') === row.module && (row.exportedOnly !== true || !name.includes('#')),
  );
}

/** `test` and `only` of `test.only(…)`. */
function namesOf(callee: t.Node): readonly string[] {
  if (t.isIdentifier(callee)) return [callee.name, 'default'];
  if (!t.isMemberExpression(callee) && !t.isOptionalMemberExpression(callee)) return [];
  const name = memberName(callee);
  return name === undefined ? [] : [name];
}
