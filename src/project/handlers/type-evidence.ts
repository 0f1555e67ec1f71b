import * as t from '@babel/types';
import { endOf, startOf, type SyntaxFile } from '../../syntax/syntax-file.js';
import type { HandlerFunction } from './handler-function.js';

const MODULE = 'aws-lambda';

function rightmostName(name: t.TSEntityName): string {
  return t.isTSQualifiedName(name) ? name.right.name : t.isIdentifier(name) ? name.name : 'this';
}

/** The name that a local type has in `aws-lambda`: imported by name, through a namespace, or inline. */
function findAwsTypeName(file: SyntaxFile, type: t.Node): string | undefined {
  if (t.isTSImportType(type)) {
    const { argument, qualifier } = type;
    const source = t.isStringLiteral(argument) ? argument.value : undefined;
    return source === MODULE && qualifier ? rightmostName(qualifier) : undefined;
  }
  if (!t.isTSTypeReference(type)) return undefined;
  const { typeName } = type;
  if (t.isTSQualifiedName(typeName)) {
    const { left, right } = typeName;
    if (!t.isIdentifier(left)) return undefined;
    return left.name === 'AWSLambda' || importsNamespace(file, left.name) ? right.name : undefined;
  }
  return t.isIdentifier(typeName) ? findImportedName(file, typeName.name) : undefined;
}

function importsOfModule(file: SyntaxFile): readonly t.ImportDeclaration[] {
  return file.nodes('ImportDeclaration').filter(({ source }) => source.value === MODULE);
}

function importsNamespace(file: SyntaxFile, local: string): boolean {
  return importsOfModule(file).some(({ specifiers }) =>
    specifiers.some((specifier) => !t.isImportSpecifier(specifier) && specifier.local.name === local),
  );
}

function findImportedName(file: SyntaxFile, local: string): string | undefined {
  const specifier = importsOfModule(file)
    .flatMap(({ specifiers }) => specifiers)
    .find((candidate) => t.isImportSpecifier(candidate) && candidate.local.name === local);
  if (!t.isImportSpecifier(specifier)) return undefined;
  return t.isIdentifier(specifier.imported) ? specifier.imported.name : specifier.imported.value;
}

function annotationOf(parameter: t.Node | undefined): t.Node | undefined {
  if (t.isAssignmentPattern(parameter)) return annotationOf(parameter.left);
  const annotation = parameter && 'typeAnnotation' in parameter ? parameter.typeAnnotation : undefined;
  return t.isTSTypeAnnotation(annotation) ? annotation.typeAnnotation : undefined;
}

function isAwsType(file: SyntaxFile, type: t.Node | undefined, name: RegExp): boolean {
  const found = type && findAwsTypeName(file, type);
  return found !== undefined && name.test(found);
}

/** `Promise<APIGatewayProxyResult>` */
function returnsAwsResult(file: SyntaxFile, fn: t.Function): boolean {
  const type = t.isTSTypeAnnotation(fn.returnType) ? fn.returnType.typeAnnotation : undefined;
  if (!t.isTSTypeReference(type) || !t.isIdentifier(type.typeName, { name: 'Promise' })) return false;
  return isAwsType(file, type.typeParameters?.params[0], /(?:Result|Response)(?:V2)?$/);
}

function hasAwsParameters(file: SyntaxFile, fn: t.Function): boolean {
  const [event, context, callback] = fn.params;
  if (isAwsType(file, annotationOf(context), /^Context$/)) return true;
  if (isAwsType(file, annotationOf(callback), /Callback$/)) return true;
  return isAwsType(file, annotationOf(event), /Event(?:V2)?$/) && returnsAwsResult(file, fn);
}

/** A doc comment directly before the declaration: `@type {import('aws-lambda').Handler}`. */
function hasHandlerComment(file: SyntaxFile, declaration: t.Node): boolean {
  const statement = file.enclosingStatement(declaration) ?? declaration;
  const comment = file.comments.findLast((candidate) => endOf(candidate) <= startOf(statement));
  if (!comment || file.text.slice(endOf(comment), startOf(statement)).trim() !== '') return false;
  return /@type\s*\{\s*(?:import\(['"]aws-lambda['"]\)|AWSLambda)\.\w*Handler\b/.test(comment.value);
}

/** Do the types of `aws-lambda`, on the way to the function or on its parameters, say that it is a handler? */
export function hasHandlerType(file: SyntaxFile, found: HandlerFunction): boolean {
  if (!/aws-lambda|AWSLambda/.test(file.text)) return false;
  return (
    found.types.some((type) => isAwsType(file, type, /Handler$/)) ||
    hasAwsParameters(file, found.fn) ||
    found.declarations.some((passed) => hasHandlerComment(file, passed))
  );
}
