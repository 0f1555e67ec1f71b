import * as t from '@babel/types';
import type { SyntaxFile } from '../../syntax/syntax-file.js';

const NOTHING = String.raw`(?:null|undefined)`;

/** Assertions that fail for every error, as people write them; `@` stands for the error's name. */
const ASSERTIONS = [
  String.raw`(?:assert\.)?ifError\(@\)`,
  String.raw`assert(?:\.ok)?\(!@(?:,[^]*)?\)`,
  String.raw`(?:assert\.|should\.)?(?:isNull|isUndefined|isNotOk|not\.exist)\(@\)`,
  String.raw`(?:expect|demand)\(@\)\.(?:to\.)?(?:not\.to|to\.not|not)\.(?:be\.)?(?:ok|exist)(?:\(\))?`,
  String.raw`(?:expect|demand)\(@\)\.(?:to\.)?(?:be|equal|eql)\(${NOTHING}\)`,
  String.raw`(?:expect|demand)\(@\)\.(?:to\.)?be\.${NOTHING}(?:\(\))?`,
  String.raw`expect\(@\)\.(?:toBe(?:Null|Undefined|Falsy)\(\)|toBe\(${NOTHING}\))`,
];

/** Does the statement only assert that there is no error of this name? */
export function assertsNoError(
  file: SyntaxFile,
  statement: t.Node | undefined,
  error: string,
): statement is t.ExpressionStatement {
  if (!t.isExpressionStatement(statement) || /\W/.test(error)) return false;
  const text = file.slice(statement.expression);
  return ASSERTIONS.some((pattern) => new RegExp(`^${pattern.replace('@', error)}$`).test(text));
}
