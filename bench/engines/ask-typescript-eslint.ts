import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { codeFilesIn } from './code-files.js';

const [root = ''] = process.argv.slice(2);
const eslint = new ESLint({
  cwd: root,
  allowInlineConfig: false,
  overrideConfigFile: true,
  ignore: false,
  overrideConfig: [
    {
      files: ['**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}'],
      plugins: { '@typescript-eslint': tseslint.plugin },
      languageOptions: {
        parser: tseslint.parser,
        parserOptions: { projectService: true, tsconfigRootDir: root },
      },
      rules: {
        '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true, ignoreVoid: true }],
      },
    },
  ],
});
const files = codeFilesIn(root);
const results = await eslint.lintFiles([...files]);
const messages = results.flatMap((result) => result.messages);
const found = messages.filter(({ ruleId }) => ruleId !== null);
const unread = results.filter((result) => result.messages.some(({ fatal }) => fatal));
process.stdout.write(`${found.length} findings in ${files.length - unread.length} files\n`);
