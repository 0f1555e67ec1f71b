import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

import type { Trigger } from '../project/trigger.js';
import { compareResults } from './compare.js';
import { sampleEvents, type EventType } from './events.js';
import { describeOutcome } from './outcome.js';
import { findTarget, type ProveTarget } from './find-target.js';
import { eventOf } from './trigger-event.js';
import { prove, type ProveOptions, type ProveResult } from './prove.js';
import type { ProveReport } from './report/report.js';
import { runtimeOfNode, type RuntimeName } from './runtime-name.js';

export interface ProveRequest {
  /** `path`, `path:export`, or a function's name in a configuration file. */
  handler: string;
  /** The version before, in the same form. */
  before: string | undefined;
  events: unknown[];
  eventType: EventType | undefined;
  environment: Record<string, string>;
  root: string | undefined;
  invocations: number | undefined;
  runtime: RuntimeName | undefined;
  node: string | undefined;
  mode: 'window' | 'freeze';
  pauseMs: number | undefined;
  timeoutMs: number;
  fdLimit: number | undefined;
  allowNetwork: boolean;
}

/**
 * Runs a handler, and the version before if there is one, and puts together the report.
 * @throws when it can't be run at all
 */
export async function proveToReport(request: ProveRequest): Promise<ProveReport> {
  const runtime = request.runtime ?? runtimeOfNode(nodeVersion(request.node));
  const folder = request.root ?? '.';
  const target = await findTarget(request.handler, folder);
  const earlier = request.before === undefined ? undefined : await findTarget(request.before, folder);
  const events = eventsOf(request, target.triggers);

  const after = await prove(proveOptions(request, target, runtime, events));
  const notStarted = after.invocations.every(({ hasStarted }) => !hasStarted);
  if (notStarted) throw new Error(`the handler can't be started: ${describeOutcome(after.outcomes[0])}`);
  const before = earlier && (await prove(proveOptions(request, earlier, runtime, events)));
  const comparison = before && compareResults(before, after);
  const isClean = after.findings.every(({ severity }) => severity !== 'error');
  return {
    version: 1,
    handler: request.handler,
    root: rootOf(request, target),
    runtime,
    mode: request.mode,
    invocations: after.invocations,
    findings: after.findings,
    before: before && beforeOf(request.before ?? '', before),
    differences: comparison?.differences,
    newKinds: comparison?.newKinds ?? [],
    isProven: isClean && (comparison?.isEquivalent ?? true),
  };
}

function beforeOf(handler: string, { invocations, findings }: ProveResult): ProveReport['before'] {
  return { handler, invocations, findings };
}

function proveOptions(
  request: ProveRequest,
  target: ProveTarget,
  runtime: RuntimeName,
  events: readonly unknown[],
): ProveOptions {
  const { invocations, node, pauseMs, fdLimit } = request;
  return {
    file: target.file,
    exportName: target.exportName,
    runtime,
    events,
    env: request.environment,
    root: rootOf(request, target),
    mode: request.mode,
    timeoutMs: request.timeoutMs,
    allowNetwork: request.allowNetwork,
    ...(invocations === undefined ? {} : { invocations }),
    ...(node === undefined ? {} : { node }),
    ...(pauseMs === undefined ? {} : { pauseMs }),
    ...(fdLimit === undefined ? {} : { fdLimit }),
  };
}

/** What the user gives, then the built-in ones that are asked for, then those of the function's triggers. */
function eventsOf({ events, eventType }: ProveRequest, triggers: readonly Trigger[]): readonly unknown[] {
  if (events.length > 0) return events;
  if (eventType !== undefined || triggers.length === 0) return [sampleEvents[eventType ?? 'empty']];
  return triggers.map(eventOf);
}

function rootOf({ root }: ProveRequest, { file }: ProveTarget): string {
  return path.resolve(root ?? nearestPackage(path.dirname(file)));
}

/** The handler's project: the nearest folder with a package.json, or else the handler's own. */
function nearestPackage(folder: string, fallback = folder): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? fallback : nearestPackage(parent, fallback);
}

function nodeVersion(node: string | undefined): string {
  if (node === undefined) return process.versions.node;
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8' }).replace(/^v/, '');
  } catch (error) {
    throw new Error(`can't run ${node}: ${String(error)}`, { cause: error });
  }
}
