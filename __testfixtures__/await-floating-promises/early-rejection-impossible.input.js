const { appendFile, readFile } = require('fs/promises');

exports.handler = async (event) => {
  const texts = await Promise.all([readFile(event.path).catch(() => ''), Promise.resolve('.')]);
  await Promise.all([appendFile('/tmp/leakfix-out.log', 'alone')]);
  const sizes = await Promise.all(
    event.paths.map(async (path) => {
      try {
        return (await readFile(path)).length;
      } catch {
        return 0;
      }
    }),
  );
  return texts.length + sizes.length;
};
