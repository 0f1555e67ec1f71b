const { appendFile } = require('fs/promises')

async function saveAll(lines) {
  const pending = []
  for (const line of lines) pending.push(appendFile('/tmp/out.log', line))
  await Promise.all(pending)
}

exports.run = async (lines) => {
  await saveAll(lines)
  return 'ok'
}
