const { appendFile, readFile } = require('fs/promises');

async function readAll(paths) {
  const pending = paths.map(async (path) => readFile(path, 'utf8'));
  await Promise.allSettled(pending);
  const texts = await Promise.all(pending);
  return texts.join('').length;
}

exports.handler = async (event) => {
  const pending2 = [readFile(event.path), appendFile('/tmp/leakfix-out.log', 'read')];
  await Promise.allSettled(pending2);
  await Promise.all(pending2);
  const started = [appendFile('/tmp/leakfix-out.log', 'a'), appendFile('/tmp/leakfix-out.log', 'b')];
  await Promise.allSettled(started);
  await Promise.all(started);
  return readAll(event.paths);
};
