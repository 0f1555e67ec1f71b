import * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import type { AcquiringNode } from './maker.js';
import { placeOf, type StatementPlace } from '../statement-list.js';

/** A resource under its name, in the function that acquires it. */
export interface OwnedResource {
  readonly file: SyntaxFile;
  readonly fn: t.Function;
  readonly resource: Resource;
  readonly binding: Binding;
  /** The expression that opens it. */
  readonly opener: AcquiringNode;
  /** The statement that acquires it, or the parameter by which a `then` callback receives it. */
  readonly acquiring: t.Statement | t.Identifier;
}

/** The place of the acquisition in the block that it stands in; of a parameter, in front of the function's first statement. */
export function placeOfAcquisition(file: SyntaxFile, acquiring: t.Node): StatementPlace | undefined {
  if (t.isStatement(acquiring)) return placeOf(file, acquiring);
  const fn = file.parentOf(acquiring);
  if (!t.isFunction(fn) || !t.isBlockStatement(fn.body)) return undefined;
  return { owner: fn.body, list: fn.body.body, index: -1 };
}
