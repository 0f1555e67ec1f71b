import type * as t from '@babel/types';
import type { Resource } from '../../knowledge/resource.js';
import type { Binding } from '../../syntax/binding.js';
import type { SyntaxFile } from '../../syntax/syntax-file.js';

/** A resource under its name, in the function that acquires it. */
export interface OwnedResource {
  readonly file: SyntaxFile;
  readonly fn: t.Function;
  readonly resource: Resource;
  readonly binding: Binding;
  readonly acquiring: t.Statement;
}
