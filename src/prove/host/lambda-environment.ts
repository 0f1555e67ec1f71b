import path from 'node:path';

import type { RuntimeName } from '../runtime-name.js';

/** Variables of this process that must not reach the handler: they change Node.js itself or a test runner. */
const withheld = /^(?:NODE_OPTIONS|NODE_V8_COVERAGE|NODE_CHANNEL_FD|NODE_ENV|VITEST|AWS_PROFILE|npm_)/;

/** The environment variables that a function sees on Lambda, on top of this process's own. */
export function lambdaEnvironment(options: {
  file: string;
  exportName: string;
  runtime: RuntimeName;
  taskRoot: string;
  env: Record<string, string>;
}): NodeJS.ProcessEnv {
  const { file, exportName, runtime, taskRoot, env } = options;
  const inherited = Object.entries(process.env).filter(([name]) => !withheld.test(name));
  const module = path.relative(taskRoot, file).replace(/\.[^./]+$/, '');
  const name = path.basename(module);
  return {
    ...Object.fromEntries(inherited),
    // Made up on purpose, so that no call can reach a real account by accident.
    AWS_ACCESS_KEY_ID: 'leakfix',
    AWS_SECRET_ACCESS_KEY: 'leakfix',
    AWS_SESSION_TOKEN: 'leakfix',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: '2020/01/01/[$LATEST]0123456789abcdef0123456789abcdef',
    LAMBDA_TASK_ROOT: taskRoot,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    _HANDLER: `${module}.${exportName}`,
    TZ: ':UTC',
    ...env,
  };
}
