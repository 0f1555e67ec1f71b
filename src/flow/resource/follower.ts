import type * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';
import type { TransformContext } from '../../transform.js';
import type { FunctionInFile } from '../called-function.js';
import type { ResourceUses, Role } from './resource-uses.js';
import type { UseNotes } from './use-notes.js';

/** Follows a resource, and everything made from it, through a function. */
export interface Follower {
  readonly context: TransformContext;
  readonly file: SyntaxFile;
  /** The function that has the resource. */
  readonly fn: t.Function;
  readonly resource: Resource;
  readonly notes: UseNotes;
  followBinding(binding: Binding, role: Role): void;
  /** Climbs from a value to what is done with it. */
  follow(value: t.Node, role: Role): void;
  /** What another function does with the resource, which it is given as this parameter. */
  usesIn(callee: FunctionInFile, parameter: Binding): ResourceUses;
}
